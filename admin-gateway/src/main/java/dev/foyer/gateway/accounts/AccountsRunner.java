package dev.foyer.gateway.accounts;

import dev.foyer.base.SteadyClock;
import dev.foyer.service.keys.KeyFileWatch;
import dev.foyer.service.keys.WatchedFile;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Reads the accounts first of all: a gateway that nobody can sign in to must not come up and look well. Later it looks at
 * them now and then; a file that cannot be used changes nothing and is reported.
 */
@ApplicationScoped
public class AccountsRunner {

    @Inject
    AccountsConfig config;

    @Inject
    KeyFileWatch watch;

    private Supplier<Accounts> accounts;
    private Passwords passwords;

    void read(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        accounts = config.accountsFile().<Supplier<Accounts>>map(this::watched).orElse(() -> Accounts.NONE);
        passwords = new Passwords(accounts, new SteadyClock());
    }

    private WatchedFile<Accounts> watched(Path path) {
        String title = "The accounts file " + path + " (FOYER_ACCOUNTS_FILE)";
        try {
            WatchedFile<Accounts> file = new WatchedFile<>(path, title, (text, _) -> Accounts.read(text, title));
            watch.report("accounts", file::problem);
            watch.every(config.accountsFileInterval(), file::look);
            return file;
        } catch (IllegalStateException e) {
            throw new ConfigurationException(e.getMessage()); // Quarkus ends the start with the sentence alone
        }
    }

    /** Those in force now. */
    public Accounts accounts() {
        return accounts.get();
    }

    /** Compares with those in force. */
    public Passwords passwords() {
        return passwords;
    }
}

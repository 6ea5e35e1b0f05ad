package dev.foyer.gateway.accounts;

import dev.foyer.service.keys.KeyFileWatch;
import dev.foyer.service.keys.WatchedFile;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

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

    private WatchedFile<Accounts> accounts;
    private Passwords passwords;

    void read(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        String title = "The accounts file " + config.accountsFile() + " (FOYER_ACCOUNTS_FILE)";
        try {
            accounts = new WatchedFile<>(config.accountsFile(), title, (text, _) -> Accounts.read(text, title));
        } catch (IllegalStateException e) {
            throw new ConfigurationException(e.getMessage()); // Quarkus ends the start with the sentence alone
        }
        passwords = new Passwords(accounts);
        watch.report("accounts", accounts::problem);
        watch.every(config.accountsFileInterval(), accounts::look);
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

package dev.foyer.gateway.setup;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

/** Reads the accounts first of all: a gateway that nobody can sign in to must not come up and look well. */
@ApplicationScoped
public class AccountsRunner {

    private static final Logger LOG = Logger.getLogger(AccountsRunner.class);

    @Inject
    GatewayConfig config;

    private Accounts accounts;

    void read(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        try {
            accounts = Accounts.read(config.accountsFile());
        } catch (AccountsFile.Unusable e) {
            // The sentence alone, without a stack; then the process ends.
            LOG.fatal(e.getMessage());
            Quarkus.asyncExit(1);
            throw new PreventFurtherStepsException(e.getMessage(), 1);
        }
    }

    Accounts accounts() {
        return accounts;
    }
}

package dev.foyer.gateway.accounts;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Reads the accounts first of all: a gateway that nobody can sign in to must not come up and look well. */
@ApplicationScoped
public class AccountsRunner {

    @Inject
    AccountsConfig config;

    private Accounts accounts;

    void read(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        try {
            accounts = Accounts.read(config.accountsFile());
        } catch (AccountsFile.Unusable e) {
            throw new ConfigurationException(e.getMessage()); // Quarkus ends the start with the sentence alone
        }
    }

    Accounts accounts() {
        return accounts;
    }
}

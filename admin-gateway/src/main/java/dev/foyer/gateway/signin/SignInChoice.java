package dev.foyer.gateway.signin;

import dev.foyer.gateway.accounts.AccountsConfig;
import dev.foyer.gateway.company.Companies;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * Either people sign in with their company, or with accounts of ours, which are for the local default. Both at once would
 * be a forgotten door, and neither a gateway that nobody can use.
 */
@ApplicationScoped
class SignInChoice {

    void check(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent event,
            AccountsConfig accounts,
            Companies companies) {
        if (companies.isThereAny() && accounts.accountsFile().isPresent()) {
            throw new ConfigurationException("Both foyer.accounts-file and a provider under foyer.oidc are set; where"
                    + " people sign in with their company, leave the accounts file out.");
        }
        if (!companies.isThereAny() && accounts.accountsFile().isEmpty()) {
            throw new ConfigurationException("Nobody could sign in: set a provider under foyer.oidc, or"
                    + " foyer.accounts-file (FOYER_ACCOUNTS_FILE) for the local default.");
        }
    }
}

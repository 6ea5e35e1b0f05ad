package dev.foyer.gateway.company;

import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.accounts.Identities;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Makes an account of a verified token. What else the token says, its own roles above all, is left behind. */
@ApplicationScoped
public class CompanyIdentities implements SecurityIdentityAugmentor {

    @Inject
    Companies companies;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return companies
                .ofIssuer(token.getIssuer())
                .flatMap(company -> Company.claims(token.getRawToken()).flatMap(company::account))
                .map(account -> Uni.createFrom().item(of(account, identity)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private static SecurityIdentity of(Account account, SecurityIdentity verified) {
        return Identities.with(account)
                .addAttributes(verified.getAttributes())
                .addCredentials(verified.getCredentials())
                .build();
    }
}

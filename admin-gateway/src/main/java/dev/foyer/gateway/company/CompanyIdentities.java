package dev.foyer.gateway.company;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.accounts.Identities;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Makes an account of a verified token. What else the token says, its own roles above all, is left behind, and so is the
 * token itself.
 */
@ApplicationScoped
public class CompanyIdentities implements SecurityIdentityAugmentor {

    @Inject
    Companies companies;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        boolean ofSignIn = identity.getCredential(IdTokenCredential.class) != null;
        Optional<JsonNode> claims =
                Company.claims(token.getRawToken()).filter(said -> ofSignIn || Company.areOfAccess(said));
        return claims.flatMap(said -> companies.account(token.getIssuer(), said))
                .<Uni<SecurityIdentity>>map(account -> Uni.createFrom()
                        .item(Identities.with(account)
                                .addAttribute(Identities.BEGAN, Instant.ofEpochSecond(token.getIssuedAtTime()))
                                .build()))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }
}

package dev.foyer.gateway.signin;

import dev.foyer.gateway.accounts.Accounts;
import dev.foyer.gateway.accounts.Identities;
import dev.foyer.gateway.signin.Attempt.Channel;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** HTTP Basic: name and password with each request of the API. */
@ApplicationScoped
public class PasswordIdentityProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    @Inject
    SignIns signIns;

    @Inject
    Tracer tracer;

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        String name = request.getUsername();
        char[] password = request.getPassword().getPassword();
        Attempt attempt = Attempt.of(HttpSecurityUtils.getRoutingContextAttribute(request), Channel.API);
        Span span = tracer.spanBuilder("authenticate").startSpan();
        return identity(name, password, attempt, context).onTermination().invoke(span::end);
    }

    private Uni<SecurityIdentity> identity(
            String name, char[] password, Attempt attempt, AuthenticationRequestContext context) {
        Optional<Accounts.Known> remembered = signIns.remembered(name, password, attempt);
        if (remembered.isPresent()) {
            return Uni.createFrom().item(Identities.of(remembered.get().account()));
        }
        return context.runBlocking(() -> signIns.check(name, password, attempt)
                .map(known -> Identities.of(known.account()))
                .orElseThrow(AuthenticationFailedException::new));
    }
}

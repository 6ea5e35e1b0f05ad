package dev.foyer.gateway.signin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Signs the page's requests in by their cookie. A cookie that does not hold is as good as none: the caller signs in. */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

    /** What configuration calls it. */
    private static final String SCHEME = "session";

    private static final String UNASKED = "Foyer-Unasked";
    private static final String EVENTS = "text/event-stream";

    /** Not for each request: an idle time of 30 minutes needs no second's truth. */
    private static final Duration NEW_COOKIE_AFTER = Duration.ofMinutes(1);

    /** Asks by itself as long as the page is open, whether anybody sits there or not. */
    private static final String LISTENING = "/admin/live";

    @Inject
    SessionCookies cookies;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        Optional<Session> session = cookies.read(context.request());
        if (session.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(new SessionRequest(session.get()))
                .invoke(identity -> keepAwake(session.get(), context))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    private void keepAwake(Session session, RoutingContext context) {
        if (isUnasked(context.request())) {
            return;
        }
        Instant now = Instant.now();
        if (!context.normalizedPath().equals(LISTENING)
                && !now.isBefore(session.seen().plus(NEW_COOKIE_AFTER))
                && !context.response().headWritten()) {
            context.response().addCookie(cookies.write(session.seenAt(now), context.request()));
        }
    }

    /** What the page asks by itself does not mean that somebody is there. */
    private static boolean isUnasked(HttpServerRequest request) {
        String accepted = request.getHeader("Accept");
        return request.headers().contains(UNASKED) || accepted != null && accepted.contains(EVENTS);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, SessionCookies.NAME, SCHEME));
    }
}

package dev.foyer.gateway.signin;

import dev.foyer.base.Roles;
import dev.foyer.gateway.accounts.Accounts;
import dev.foyer.gateway.accounts.AccountsRunner;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;

/**
 * Sessions of those who try the phone of a demo: in the name of the account {@code bridge}, without its password, and good for the
 * bridge's part of the API alone. Nobody has one where {@link DemoConfig#demo} is not set.
 */
@ApplicationScoped
public class PhoneSessions {

    /** The account of the demo's bridge. */
    private static final String BRIDGE = "bridge";

    private static final String COOKIE = "foyer-phone";
    private static final String API = "/api/v1/bridge";

    @Inject
    DemoConfig config;

    @Inject
    AccountsRunner accounts;

    @Inject
    Sessions sessions;

    @Inject
    SessionKey key;

    void check(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent event) {
        if (config.demo() && bridge().isEmpty()) {
            throw new ConfigurationException("foyer.demo (FOYER_DEMO) needs an account " + BRIDGE + " with the role "
                    + Roles.BRIDGE + " in the file of foyer.accounts-file; set it to false where there is none.");
        }
    }

    /**
     * Begins a session and gives its cookie with the answer; another one, if there was one.
     *
     * @return whether there is a phone at all
     * @throws dev.foyer.base.Unavailable while the index is being built
     */
    public boolean begin(RoutingContext request) {
        Optional<Accounts.Known> bridge = config.demo() ? bridge() : Optional.empty();
        bridge.map(known -> sessions.begin(known, sessions.generation(known.account())))
                .map(session -> SessionCookies.seal(session, key.ofPhones()))
                .ifPresent(text ->
                        request.response().addCookie(SessionCookies.cookie(COOKIE, text, API, request.request())));
        return bridge.isPresent();
    }

    /** What the request's cookie says, if we made it; whether it still holds is another question. */
    Optional<Session> read(HttpServerRequest request) {
        Cookie cookie = config.demo() ? request.getCookie(COOKIE) : null;
        return cookie == null ? Optional.empty() : SessionCookies.unseal(cookie.getValue(), key.ofPhones());
    }

    private Optional<Accounts.Known> bridge() {
        return accounts.accounts()
                .named(BRIDGE)
                .filter(known -> known.account().roles().contains(Roles.BRIDGE));
    }
}

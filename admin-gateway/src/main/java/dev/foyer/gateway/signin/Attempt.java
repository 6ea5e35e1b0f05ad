package dev.foyer.gateway.signin;

import dev.foyer.gateway.api.CorrelationFilter;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/**
 * Somebody tries to sign in.
 *
 * @param address see {@link ClientAddress}
 */
record Attempt(String address, Channel channel, String correlationId) {

    static Attempt of(RoutingContext request, Channel channel) {
        return new Attempt(ClientAddress.of(request.request()), channel, correlationIdOf(request));
    }

    static String correlationIdOf(RoutingContext request) {
        return CorrelationFilter.idOf(request);
    }

    /** What is signed in to; the names are those of pin-service. */
    enum Channel {
        PAGE,
        API;

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

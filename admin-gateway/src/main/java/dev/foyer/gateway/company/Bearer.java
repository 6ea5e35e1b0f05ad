package dev.foyer.gateway.company;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The token of a request. */
final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** Unverified; empty when the request has none. */
    static Optional<String> of(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader("Authorization"))
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }
}

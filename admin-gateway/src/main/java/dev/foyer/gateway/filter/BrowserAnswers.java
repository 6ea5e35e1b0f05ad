package dev.foyer.gateway.filter;

import dev.foyer.service.filter.Order;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/**
 * The last look at an answer. Redirects to ourselves name no host: what was asked for need not be what we would say. And no
 * browser is asked for HTTP Basic: it would keep name and password, and send them with whatever any site makes it send.
 */
public class BrowserAnswers {

    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String LOCATION = "Location";

    @Inject
    Authorities authorities;

    void register(@Observes Filters filters) {
        filters.register(this::watch, Order.WHO + 2);
    }

    private void watch(RoutingContext request) {
        request.addHeadersEndHandler(_ -> {
            MultiMap headers = request.response().headers();
            if (isBrowser(request) && headers.contains(CHALLENGE)) {
                headers.remove(CHALLENGE);
            }
            String location = headers.get(LOCATION);
            if (location != null) {
                relative(location, request).ifPresent(own -> headers.set(LOCATION, own));
            }
        });
        request.next();
    }

    private static boolean isBrowser(RoutingContext request) {
        return request.request().headers().names().stream()
                .anyMatch(name -> name.regionMatches(true, 0, "Sec-Fetch-", 0, "Sec-Fetch-".length()));
    }

    private Optional<String> relative(String location, RoutingContext request) {
        URI to = URI.create(location);
        return authorities
                .of(request.request())
                .filter(own -> own.equalsIgnoreCase(to.getRawAuthority()))
                .map(_ -> to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()));
    }
}

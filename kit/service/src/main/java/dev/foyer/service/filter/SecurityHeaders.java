package dev.foyer.service.filter;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Headers of every answer, whoever makes it: nobody keeps it, frames it, guesses its type or runs anything in it. What
 * needs others says so as a {@link HeaderException}; of two that concern a path, the one of the longer root counts.
 */
public class SecurityHeaders {

    /** Who has this one has all. */
    static final String MARK = "X-Content-Type-Options";

    static final Map<String, String> OF_ALL = ofAll();
    private static final String HSTS = "max-age=31536000";

    private final List<HeaderException> narrowestLast;

    @Inject
    SecurityHeaders(@All List<HeaderException> exceptions) {
        narrowestLast = exceptions.stream()
                .sorted(Comparator.comparing(exception -> exception.root().length()))
                .toList();
    }

    /** By the router and not as a filter, which would not see requests that fail before the first one. */
    void register(@Observes Router router) {
        putInto(router);
    }

    void register(@Observes ManagementInterface management) {
        putInto(management.router());
    }

    private void putInto(Router router) {
        router.route().order(-Order.HEADERS).handler(this::put).failureHandler(this::put);
    }

    private void put(RoutingContext request) {
        MultiMap headers = request.response().headers();
        OF_ALL.forEach(headers::set);
        if (request.request().isSSL()) {
            headers.set("Strict-Transport-Security", HSTS);
        }
        String path = request.request().path();
        for (HeaderException exception : narrowestLast) {
            if (path != null && exception.concerns(path)) {
                exception.headers().forEach((name, value) -> replace(headers, name, value));
            }
        }
        request.next();
    }

    private static void replace(MultiMap headers, String name, String value) {
        if (value.isEmpty()) {
            headers.remove(name);
        } else {
            headers.set(name, value);
        }
    }

    private static Map<String, String> ofAll() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put(MARK, "nosniff");
        headers.put("X-Frame-Options", "DENY");
        return headers;
    }
}

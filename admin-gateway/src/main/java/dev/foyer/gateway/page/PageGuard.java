package dev.foyer.gateway.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/**
 * Before every answer of the page: nothing is kept by browsers, nothing from elsewhere runs in it, and no other site can
 * post to it. The SameSite cookie says the last one too; two locks, because a PIN is at stake.
 */
public class PageGuard {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final int AFTER_CORRELATION = 950;

    void register(@Observes Filters filters) {
        filters.register(PageGuard::guard, AFTER_CORRELATION);
    }

    private static void guard(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean page = request.path().equals("/") || request.path().startsWith("/admin");
        if (!page) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader("Cache-Control", "no-store");
        response.putHeader("Content-Security-Policy", POLICY);
        response.putHeader("Referrer-Policy", "no-referrer");
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (request.method() == HttpMethod.POST && !isSameOrigin(request)) {
            response.setStatusCode(403)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end("This form was sent from another site. Open Foyer's own page and try again.");
        } else {
            context.next();
        }
    }

    /** Browsers say where a form comes from; who says nothing is no browser and has the API. */
    private static boolean isSameOrigin(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        try {
            return origin != null && URI.create(origin).getAuthority().equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException | NullPointerException e) {
            return false;
        }
    }
}

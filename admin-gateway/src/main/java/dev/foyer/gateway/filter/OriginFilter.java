package dev.foyer.gateway.filter;

import dev.foyer.base.Problem;
import dev.foyer.service.filter.Order;
import dev.foyer.service.filter.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * No other site changes anything here, by the page's cookie or by a cached HTTP Basic sign-in. Browsers say who sends a
 * request; who says nothing is no browser, has the API and no business with the page. View-once links are for whoever has them, in
 * whatever a mail was opened with: they say no referrer, so older browsers would not say who sends the request.
 */
public class OriginFilter {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** {@code none}: the person did it, by no page at all. */
    private static final Set<String> WELCOME = Set.of("same-origin", "none");

    private static final Problem ELSEWHERE = Problem.of(
            403,
            "other-origin",
            "This was sent from another site",
            "Open Foyer's own page and try again, or call the API without a browser.");

    @Inject
    Authorities authorities;

    void register(@Observes Filters filters) {
        filters.register(this::check, Order.WHO);
    }

    private void check(RoutingContext request) {
        HttpServerRequest asked = request.request();
        if (SAFE.contains(asked.method()) || Addresses.isLink(asked.path()) || isFromHere(asked)) {
            request.next();
        } else {
            Refusal.answer(request, ELSEWHERE);
        }
    }

    private boolean isFromHere(HttpServerRequest request) {
        List<String> sites = request.headers().getAll("Sec-Fetch-Site");
        if (!sites.isEmpty()) {
            return WELCOME.containsAll(sites);
        }
        List<String> origins = request.headers().getAll("Origin");
        if (!origins.isEmpty()) {
            return origins.stream().allMatch(origin -> isOwn(origin, request));
        }
        String referrer = request.getHeader("Referer");
        return Addresses.isPage(request.path())
                ? referrer != null && isOwn(referrer, request)
                : referrer == null || isOwn(referrer, request);
    }

    private boolean isOwn(String address, HttpServerRequest request) {
        Optional<URI> from = uri(address);
        boolean sameScheme = from.map(URI::getScheme)
                .filter(scheme -> scheme.equals("https") || scheme.equals("http") && !request.isSSL())
                .isPresent();
        Optional<String> authority = from.map(URI::getRawAuthority).map(name -> name.toLowerCase(Locale.ROOT));
        return sameScheme && authority.isPresent() && authority.equals(authorities.of(request));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

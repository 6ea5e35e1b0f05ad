package dev.foyer.service.filter;

import dev.foyer.base.Problem;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Lets a request in under the {@link NormalPath} of its address, or not at all. */
public class PathFilter {

    private static final Problem NOT_NORMAL = Problem.of(
            400,
            "address-not-normal",
            "The address has no single meaning",
            "Send a path of non-empty segments without . and .. and ;, with / and \\ never encoded, and a query that is"
                    + " encoded as UTF-8.");

    void register(@Observes Filters filters) {
        filters.register(PathFilter::check, Order.PATH);
    }

    void register(@Observes ManagementInterface management) {
        management.router().route().order(-Order.PATH).handler(PathFilter::check);
    }

    private static void check(RoutingContext request) {
        String uri = request.request().uri();
        int mark = uri.indexOf('?');
        String path = mark < 0 ? uri : uri.substring(0, mark);
        String query = mark < 0 ? "" : uri.substring(mark);
        Optional<String> normal = NormalPath.of(path).filter(_ -> isWellEncoded(query));
        if (normal.isEmpty()) {
            Refusal.answer(request, NOT_NORMAL);
        } else if (normal.get().equals(path)) {
            request.next();
        } else {
            // Starts again at the first filter; the second time the path is normal.
            request.reroute(request.request().method(), normal.get() + query);
        }
    }

    private static boolean isWellEncoded(String query) {
        return query.indexOf('#') < 0 && Percent.decode(query).isPresent();
    }
}

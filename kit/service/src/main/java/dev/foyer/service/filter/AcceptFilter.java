package dev.foyer.service.filter;

import dev.foyer.base.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What cannot be read as a list of media types can be answered by none: 406 before anything is done. Whether a resource has
 * what is asked for is JAX-RS's business, and is also decided before, because each resource says what it produces.
 */
public class AcceptFilter {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern RANGE = Pattern.compile(TOKEN + "/" + TOKEN);
    private static final Pattern PARAMETER = Pattern.compile(TOKEN + "(?:=(?:" + TOKEN + "|\"[^\"\\\\]*\"))?");
    private static final Problem UNREADABLE =
            Problem.of(406, "not-acceptable", "Not acceptable", "Accept is not a list of media types.");

    void register(@Observes Filters filters) {
        filters.register(AcceptFilter::check, Order.ACCEPT);
    }

    private static void check(RoutingContext request) {
        List<String> accepts = request.request().headers().getAll("Accept");
        if (accepts.stream().allMatch(AcceptFilter::isReadable)) {
            request.next();
        } else {
            Refusal.answer(request, UNREADABLE);
        }
    }

    static boolean isReadable(String accept) {
        for (String range : accept.split(",")) {
            String[] parts = range.split(";", -1);
            if (!range.isBlank() && !RANGE.matcher(parts[0].strip()).matches()) {
                return false;
            }
            for (int i = 1; i < parts.length; i++) {
                if (!parts[i].isBlank() && !PARAMETER.matcher(parts[i].strip()).matches()) {
                    return false;
                }
            }
        }
        return true;
    }
}

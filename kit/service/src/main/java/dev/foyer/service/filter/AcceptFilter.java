package dev.foyer.service.filter;

import dev.foyer.base.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What cannot be read as a list of media types can be answered by none: 406 before anything is done. Whether a resource has
 * what is asked for is JAX-RS's business, and is also decided before, because each resource says what it produces.
 */
public class AcceptFilter {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern RANGE = Pattern.compile(TOKEN + "/" + TOKEN);
    private static final Pattern PARAMETER = Pattern.compile(TOKEN + "(?:=(?:" + TOKEN + "|\"[^\"\\\\]*\"))?");
    private static final List<String> JSON = List.of("application/json", "application/*", "*/*");
    private static final Problem UNREADABLE =
            Problem.of(406, "not-acceptable", "Not acceptable", "Accept is not a list of media types.");

    void register(@Observes Filters filters) {
        filters.register(AcceptFilter::check, Order.ACCEPT);
    }

    private static void check(RoutingContext request) {
        List<String> accepts = request.request().headers().getAll("Accept");
        if (accepts.stream().allMatch(AcceptFilter::isReadable)) {
            accepts(request.request().headers(), ranges(accepts));
            request.next();
        } else {
            Refusal.answer(request, UNREADABLE);
        }
    }

    /** Empty elements of a list say nothing (RFC 9110, section 5.6.1), and JAX-RS takes each for a type. */
    static String ranges(List<String> accepts) {
        return accepts.stream()
                .flatMap(accept -> Arrays.stream(accept.split(",")))
                .map(String::strip)
                .filter(range -> !range.replace(";", "").isBlank())
                .collect(Collectors.joining(", "));
    }

    private static void accepts(MultiMap headers, String ranges) {
        if (ranges.isEmpty()) {
            headers.remove("Accept");
        } else if (takesProblemsOnly(ranges)) {
            headers.set("Accept", ranges + ", application/json;q=0.1");
        } else {
            headers.set("Accept", ranges);
        }
    }

    /**
     * A client that is generated of the document asks for what is described: of what answers without a body that is the problem alone,
     * and no resource produces one by choice.
     */
    static boolean takesProblemsOnly(String accept) {
        List<String> ranges = Arrays.stream(accept.split(","))
                .map(range -> range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .toList();
        return ranges.contains("application/problem+json") && JSON.stream().noneMatch(ranges::contains);
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

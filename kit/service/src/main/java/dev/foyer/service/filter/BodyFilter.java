package dev.foyer.service.filter;

import dev.foyer.base.Problem;
import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A body is of a type that its address takes, no longer than allowed, and whole before anybody is asked to do anything with
 * it: what comes slowly or breaks off costs no thread and is no failure of a resource.
 */
public class BodyFilter {

    private static final BodyRule OF_SERVICES = new BodyRule("/internal", BodyRule.JSON, true);
    private static final Problem NO_ROOM = Problem.unavailable(
            "too-many-large-bodies", "As many long bodies as fit in at a time are being read; send it again.", 2);

    @Inject
    @All
    List<BodyRule> rules;

    @Inject
    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize largest;

    private final LargeBodies large = new LargeBodies();

    void register(@Observes Filters filters) {
        filters.register(this::check, Order.BODY);
    }

    private void check(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        boolean announced =
                request.request().headers().contains("Transfer-Encoding") || length != null && !length.equals("0");
        if (!announced) {
            forgetTypeOfNothing(request.request());
            // Whoever looks for one later finds that there is none, also when the caller has gone by then.
            ((RoutingContextInternal) request).setBody(Buffer.buffer());
            request.next();
            return;
        }
        int most = largest(request.request().path());
        if (length != null && isTooLong(length, most)) {
            refuse(request, tooLarge(most));
        } else if (!isTaken(request.request())) {
            refuse(request, unsupported(request.request()));
        } else {
            new BodyReader(request, most, () -> large.admit(request))
                    .read(this::read, () -> refuse(request, tooLarge(most)), () -> refuse(request, NO_ROOM));
        }
    }

    /** Some clients name one with every POST; where it is none that is taken, resources would look at it before the body. */
    private void forgetTypeOfNothing(HttpServerRequest request) {
        if (request.headers().contains("Content-Type") && !isTaken(request)) {
            rule(request.path())
                    .flatMap(rule -> rule.types().stream().min(Comparator.naturalOrder()))
                    .ifPresent(taken -> request.headers().set("Content-Type", taken));
        }
    }

    private void read(RoutingContext request) {
        Optional<Problem> wrong =
                isForm(request.request()) ? Forms.wrong(request.body().buffer()) : Optional.empty();
        wrong.ifPresentOrElse(problem -> refuse(request, problem), request::next);
    }

    private static boolean isTooLong(String length, int most) {
        return length.length() > 9 || Long.parseLong(length) > most;
    }

    /** Of a body that is sent there. */
    private int largest(String path) {
        int ever = largest.asBigInteger().intValueExact();
        return rule(path).filter(BodyRule::large).isPresent() ? ever : Math.min(ever, BodyRule.USUAL);
    }

    private boolean isTaken(HttpServerRequest request) {
        return request.headers().getAll("Content-Type").size() == 1
                && rule(request.path())
                        .filter(rule -> rule.takes(request.getHeader("Content-Type")))
                        .isPresent();
    }

    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(BodyRule.FORM);
    }

    private Optional<BodyRule> rule(String path) {
        return (rules.isEmpty() ? List.of(OF_SERVICES) : rules)
                .stream()
                        .filter(rule -> rule.concerns(path))
                        .max(Comparator.comparing(rule -> rule.root().length()));
    }

    private static void refuse(RoutingContext request, Problem problem) {
        // What is left of the body is not worth waiting for.
        request.response().putHeader("Connection", "close");
        Refusal.answer(request, problem);
    }

    private static Problem tooLarge(int most) {
        return Problem.of(413, "body-too-large", "The body is too large", "Send at most " + most / 1024 + " KiB.");
    }

    private Problem unsupported(HttpServerRequest request) {
        return Problem.of(
                415,
                "unsupported-media-type",
                "Unsupported media type",
                rule(request.path())
                        .map(rule -> "Send "
                                + String.join(
                                        " or ", rule.types().stream().sorted().toList()) + ", encoded as UTF-8.")
                        .orElse("Send no body."));
    }
}

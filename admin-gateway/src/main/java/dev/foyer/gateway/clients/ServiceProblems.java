package dev.foyer.gateway.clients;

import dev.foyer.base.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/** What a service's answer, or its silence, means to our own caller. */
final class ServiceProblems {

    private static final Logger LOG = Logger.getLogger(ServiceProblems.class);
    /** So much clocks may always differ, and a request may be on its way. */
    private static final Duration NOTHING = Duration.ofSeconds(2);

    private static final String TYPES = "/problems/";

    private ServiceProblems() {}

    /** The service's own problem, passed through; where there is none, or it is our fault, one of ours. */
    static Problem of(String service, ServiceRefusal refusal) {
        int status = refusal.status();
        ServiceRefusal.Body body = refusal.body();
        if (status == 503) {
            return Problem.unavailable(
                    name(body.type()),
                    Objects.requireNonNullElse(
                            body.detail(), "The " + service + " cannot serve this now. Try again in a moment."),
                    1);
        }
        if (isOfAClock(refusal)) {
            return clocksDiffer(service, refusal.clockDifference());
        }
        if (status == 401 || status >= 500 || status < 400) {
            return failed(service, status);
        }
        return new Problem(
                status,
                Objects.requireNonNullElse(body.type(), TYPES + "http-" + status),
                Objects.requireNonNullElse(body.title(), "The request was refused"),
                Objects.requireNonNullElse(body.detail(), "The " + service + " refused the request."),
                refusal.retryAfter() == null ? Map.of() : Map.of("Retry-After", refusal.retryAfter()));
    }

    /** Whether the service does not believe us because one of us has another time. */
    static boolean isOfAClock(ServiceRefusal refusal) {
        return refusal.status() == 401 && refusal.clockDifference().compareTo(NOTHING) > 0;
    }

    private static Problem clocksDiffer(String service, Duration difference) {
        LOG.errorf(
                "The clocks of the gateway and of the %s differ; it believes nothing that the gateway signs", service);
        return Problem.unavailable(
                "clocks-differ",
                "The clocks of the gateway and of the " + service + " are " + difference.toSeconds()
                        + " s apart, so that service believes nothing that the gateway signs until an operator sets"
                        + " one of them.",
                30);
    }

    /** Not the caller's fault: the service has a bug, does not know us, or says what nobody can read. */
    static Problem failed(String service, int status) {
        LOG.errorf("%s answered %d to the gateway", service, status);
        return Problem.of(
                502,
                "service-failed",
                "A service failed",
                "The " + service + " did not serve this request; its log says why.");
    }

    /** Nobody answers, or nobody did a moment ago. */
    static Problem away(String service) {
        return Problem.unavailable(
                "service-away",
                "The " + service + " does not answer at present. Repeat the request in a moment, best with the same"
                        + " Idempotency-Key.",
                2);
    }

    private static String name(String type) {
        return type != null && type.startsWith(TYPES) ? type.substring(TYPES.length()) : "service-unavailable";
    }
}

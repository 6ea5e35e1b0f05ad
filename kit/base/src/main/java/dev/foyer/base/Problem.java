package dev.foyer.base;

import java.util.Map;

/**
 * An answer that is not a success, as RFC 9457 has it. Throw it in a resource; one mapper for all services writes it.
 *
 * @param type stable, {@code /problems/<kebab-name>}
 * @param detail what is wrong and what to do, for a person
 * @param headers e.g. {@code Retry-After}
 */
public record Problem(int status, String type, String title, String detail, Map<String, String> headers) {

    public static Problem of(int status, String name, String title, String detail) {
        return new Problem(status, "/problems/" + name, title, detail, Map.of());
    }

    /** 503: try again after so many seconds. */
    public static Problem unavailable(String name, String detail, int retryAfterSeconds) {
        return new Problem(
                503,
                "/problems/" + name,
                "Try again in a moment",
                detail,
                Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    /** To be thrown. */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** Carries a problem to the mapper; no stack, it is an answer. */
    public static final class ProblemException extends RuntimeException {
        private final transient Problem problem;

        ProblemException(Problem problem) {
            super(problem.title() + ": " + problem.detail(), null, false, false);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }
}

package dev.foyer.base.text;

import dev.foyer.base.Problem;

/** A text that is not what it should be. The message goes on after the name of its field, and quotes nothing of the text. */
public final class TextRefused extends RuntimeException {

    private final String problem;

    TextRefused(String message) {
        this("invalid-request", message);
    }

    /** @param problem the name of the problem's type */
    TextRefused(String problem, String message) {
        super(message, null, false, false);
        this.problem = problem;
    }

    /** What it is to whoever sent a request. @param field as they know it */
    public Problem problem(String field) {
        return Problem.of(400, problem, "The request is not valid", field + ": " + getMessage());
    }
}

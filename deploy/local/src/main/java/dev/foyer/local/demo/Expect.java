package dev.foyer.local.demo;

import dev.foyer.local.Pause;
import dev.foyer.local.http.Answer;
import java.time.Duration;
import java.util.function.Supplier;

/** The checks of the steps. */
final class Expect {

    private static final Duration SOON = Duration.ofSeconds(10);

    private Expect() {}

    static Answer status(int expected, Answer answer, String what) {
        that(answer.status() == expected, what + ": expected status " + expected + ", got " + answer);
        return answer;
    }

    static void equal(Object expected, Object found, String what) {
        that(expected.equals(found), what + " is " + found + " instead of " + expected);
    }

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new StepFailed(otherwise);
        }
    }

    /** For what another service does when it has heard of it. */
    static void soon(Supplier<Boolean> condition, String otherwise) {
        that(Pause.untilTrue(SOON, condition), otherwise + " (within " + SOON.toSeconds() + " s)");
    }
}

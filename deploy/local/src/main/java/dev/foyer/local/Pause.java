package dev.foyer.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Waiting for another process, which can only be asked again and again. */
public final class Pause {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration BETWEEN_STARTS = Duration.ofMillis(150);
    private static final Duration BETWEEN_IDLE_LOOKS = Duration.ofMillis(300);

    private Pause() {}

    /**
     * Asks until there is an answer or the time is over.
     *
     * @return empty when the time is over, or when the thread was interrupted (its flag is then set again)
     */
    public static <T> Optional<T> until(Duration atMost, Supplier<Optional<T>> question) {
        return until(atMost, BETWEEN_LOOKS, question);
    }

    private static <T> Optional<T> until(Duration atMost, Duration between, Supplier<Optional<T>> question) {
        Instant end = Instant.now().plus(atMost);
        do {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer;
            }
        } while (Instant.now().isBefore(end) && sleep(between));
        return Optional.empty();
    }

    /** Does something again and again, at a pace that costs nothing, until the condition holds or the thread is interrupted. */
    public static void meanwhile(Runnable work, Supplier<Boolean> over) {
        do {
            work.run();
        } while (!over.get() && sleep(BETWEEN_IDLE_LOOKS));
    }

    /** Waits until the condition holds; false when it did not within the time. */
    public static boolean untilTrue(Duration atMost, Supplier<Boolean> condition) {
        return until(atMost, () -> condition.get() ? Optional.of(true) : Optional.<Boolean>empty())
                .isPresent();
    }

    /** The same for what costs the one who is asked more than the answer is worth, while it is busy starting. */
    public static boolean untilReady(Duration atMost, Supplier<Boolean> condition) {
        return until(atMost, BETWEEN_STARTS, () -> condition.get() ? Optional.of(true) : Optional.<Boolean>empty())
                .isPresent();
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package dev.foyer.gateway.index;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * How often something happened, counted from the public events themselves, in steps of equal length.
 *
 * @param from when the first step begins
 * @param events one for each step
 * @param released how many who had waited were let in by them
 * @param waitedMillis how long these had waited together
 */
public record Counts(Instant from, Duration step, long[] events, long[] released, long[] waitedMillis) {

    /**
     * @param types without service and version, e.g. {@code PinReset}
     * @param steps how many, at most {@link #MOST}
     */
    public record Wanted(Set<String> types, Instant from, Duration step, int steps) {

        /** More than anybody has pixels for. */
        public static final int MOST = 2_000;

        /** @throws IllegalArgumentException for too many steps, or steps of no length */
        public Wanted {
            if (steps < 1 || steps > MOST || !step.isPositive()) {
                throw new IllegalArgumentException("Not 1 to " + MOST + " steps of some length");
            }
            types = Set.copyOf(types);
        }

        Instant to() {
            return from.plus(step.multipliedBy(steps));
        }
    }

    /** All of them. */
    public long total() {
        long total = 0;
        for (long one : events) {
            total += one;
        }
        return total;
    }
}

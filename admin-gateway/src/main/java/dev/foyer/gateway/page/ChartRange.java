package dev.foyer.gateway.page;

import java.time.Duration;
import java.time.Instant;

/** How far the charts look back, and in which steps; the names are values of the address. */
enum ChartRange {
    HOUR(Duration.ofMinutes(1), 60),
    DAY(Duration.ofMinutes(5), 288),
    WEEK(Duration.ofHours(1), 168),
    MONTH(Duration.ofHours(1), 720);

    private final Duration step;
    private final int steps;

    ChartRange(Duration step, int steps) {
        this.step = step;
        this.steps = steps;
    }

    Duration step() {
        return step;
    }

    int steps() {
        return steps;
    }

    /** When the first step begins, so that the last one is the one that is now. */
    Instant from(Instant now) {
        long length = step.toSeconds();
        long last = now.getEpochSecond() / length * length;
        return Instant.ofEpochSecond(last - (steps - 1) * length);
    }
}

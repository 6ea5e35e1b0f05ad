package dev.foyer.local.run;

import dev.foyer.base.Backoff;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** How long to wait before what ended by itself is started again: longer each time, unless it had stayed up. Thread-safe. */
final class Revival {

    private static final Backoff WAITS = Backoff.between(Duration.ofSeconds(1), Duration.ofMinutes(1));
    /** Who ran for so long is not in a loop of starts and ends. */
    private static final Duration STAYED_UP = Duration.ofMinutes(2);

    private final Map<Component, Integer> ends = new EnumMap<>(Component.class);

    /** @param ended just now */
    synchronized Duration waitFor(Child ended) {
        boolean stayedUp = ended.started().plus(STAYED_UP).isBefore(Instant.now());
        int inARow = stayedUp ? 1 : ends.getOrDefault(ended.component(), 0) + 1;
        ends.put(ended.component(), inARow);
        return WAITS.after(inARow);
    }
}

package dev.foyer.base;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Begins with the system's time and then goes on by {@link System#nanoTime}, whatever the system's time is set to. For waits
 * and limits in a process's own memory: set back, the other clock would make them longer by as much. Its time means nothing
 * to anybody else. Thread-safe.
 */
public final class SteadyClock implements InstantSource {

    private final Instant began = Instant.now();
    private final long beganNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return began.plusNanos(System.nanoTime() - beganNanos);
    }
}

package dev.foyer.eventsourcing.internal.runtime;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until the test moves it, so that no machine is too slow for a time that must not have come. */
final class SetClock extends Clock {

    private volatile long millis = System.currentTimeMillis();

    void to(long when) {
        millis = when;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

package dev.foyer.service;

import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("case-L3")
class ClockWatchTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private Instant now = NOON;
    private final ClockWatch watch = new ClockWatch(() -> now);

    @Test
    void whoseClockWasSetBackIsToBeStartedAgain() {
        now = NOON.plus(Duration.ofMinutes(30));
        assertEquals(UP, watch.look().getStatus());
        now = NOON;
        assertEquals(DOWN, watch.look().getStatus());
        assertEquals(1_800L, watch.look().getData().orElseThrow().get("bySeconds"));
        now = NOON.plus(Duration.ofMinutes(30));
        assertEquals(UP, watch.look().getStatus(), "it has caught up");
    }

    @Test
    void aStepForwardAndASmallOneBackAreNothing() {
        watch.look();
        now = NOON.plus(Duration.ofDays(1));
        assertEquals(UP, watch.look().getStatus());
        now = now.minusSeconds(4);
        assertEquals(UP, watch.look().getStatus());
    }
}

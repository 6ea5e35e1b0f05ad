package dev.foyer.eventsourcing.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.inbound.InFlightPoll.InFlightRecord;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InFlightPollTest {

    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final CompletableFuture<Void> second = new CompletableFuture<>();
    private final InFlightPoll poll = new InFlightPoll(
            Map.of(),
            CompletableFuture.allOf(first, second),
            List.of(new InFlightRecord(2_000, second), new InFlightRecord(1_000, first)));

    @Test
    void theOldestIsTheOneThatWasWrittenFirstAndIsNotHandled() {
        assertEquals(OptionalLong.of(1_000), poll.oldest());
        first.complete(null);
        assertEquals(OptionalLong.of(2_000), poll.oldest());
        second.complete(null);
        assertEquals(OptionalLong.empty(), poll.oldest());
    }

    @Test
    void inNothingNothingIsOld() {
        assertEquals(OptionalLong.empty(), InFlightPoll.NOTHING.oldest());
    }
}

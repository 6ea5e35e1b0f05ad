package dev.foyer.eventsourcing.inbound;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What failed is not handled: its position must not be committed, or the record would be lost. */
class InFlightPollTest {

    @Test
    void onlyWhatWentWellIsHandled() {
        CompletableFuture<Void> future = new CompletableFuture<>();
        InFlightPoll underWay = new InFlightPoll(Map.of(), future, new HashMap<>());
        assertFalse(underWay.isHandled());
        future.complete(null);
        assertTrue(underWay.isHandled());
    }

    @Test
    void whatCouldNeitherBeHandledNorBuriedStopsTheReaderBeforeIt() {
        CompletableFuture<Void> failed = CompletableFuture.failedFuture(new IOException("no dead letters"));
        InFlightPoll underWay = new InFlightPoll(Map.of(), failed, new HashMap<>());
        assertThrows(IllegalStateException.class, underWay::isHandled);
    }
}

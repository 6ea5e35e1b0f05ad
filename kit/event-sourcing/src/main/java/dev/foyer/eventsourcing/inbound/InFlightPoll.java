package dev.foyer.eventsourcing.inbound;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/**
 * What one poll brought.
 *
 * @param lastOfKey is handled when all of that key are
 * @param reached where the next poll went on
 */
record InFlightPoll(
        Map<Bytes, CompletableFuture<Object>> lastOfKey,
        CompletableFuture<Void> handled,
        Map<TopicPartition, OffsetAndMetadata> reached) {

    static InFlightPoll nothing() {
        return new InFlightPoll(Map.of(), CompletableFuture.completedFuture(null), new HashMap<>());
    }

    /** @throws IllegalStateException when a record can neither be handled nor buried: the reader begins anew before it */
    boolean isHandled() {
        if (handled.isCompletedExceptionally()) {
            throw new IllegalStateException("A record can neither be handled nor buried", handled.exceptionNow());
        }
        return handled.isDone();
    }
}

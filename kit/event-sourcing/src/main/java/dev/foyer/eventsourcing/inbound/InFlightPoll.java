package dev.foyer.eventsourcing.inbound;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Bytes;

/**
 * What one poll brought and is not handled yet.
 *
 * @param lastOfKey is handled when all of that key are
 * @param handled when all of it and all of the polls before it are
 * @param records in no order
 */
record InFlightPoll(
        Map<Bytes, CompletableFuture<Object>> lastOfKey,
        CompletableFuture<Void> handled,
        List<InFlightRecord> records) {

    static final InFlightPoll NOTHING = new InFlightPoll(Map.of(), CompletableFuture.completedFuture(null), List.of());

    /** @param writtenAt the record's own time, in milliseconds since 1970 */
    record InFlightRecord(long writtenAt, CompletableFuture<?> handled) {}

    /** When the oldest of those was written that are not handled; nothing when all are. */
    OptionalLong oldest() {
        return handled.isDone()
                ? OptionalLong.empty()
                : records.stream()
                        .filter(each -> !each.handled().isDone())
                        .mapToLong(InFlightRecord::writtenAt)
                        .min();
    }
}

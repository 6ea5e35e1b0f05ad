package dev.foyer.eventsourcing.inbound;

import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.inbound.InFlightPoll.InFlightRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of one topic two parts are in flight at most, in their order; what waits becomes one. */
@Tag("F")
@Tag("case-T8")
class TopicQueueTest {

    private static final TopicPartition PARTITION = new TopicPartition("in.contoso.com.directory", 0);

    /** The offsets of each part that was begun, and what ends it. */
    private record Begun(List<Long> offsets, CompletableFuture<Void> handled) {}

    private final List<Begun> begun = new CopyOnWriteArrayList<>();
    private final List<Long> moved = new CopyOnWriteArrayList<>();
    private final TopicQueue queue = new TopicQueue(this::begin, () -> {});

    @Test
    void twoPartsAreInFlightAndTheRestIsBegunAsOne() {
        for (long offset = 0; offset < 5; offset++) {
            queue.add(part(offset, offset));
        }
        await().until(() -> begun.size() == 2);
        assertEquals(List.of(0L), begun.getFirst().offsets());
        List<Long> second = begun.getLast().offsets();
        assertEquals(1L, second.getFirst());

        begun.getFirst().handled().complete(null);
        await().until(() ->
                begun.stream().mapToInt(part -> part.offsets().size()).sum() == 5);
        assertTrue(begun.size() <= 4, begun::toString);
        List<Long> inOrder =
                begun.stream().flatMap(part -> part.offsets().stream()).toList();
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L), inOrder);
    }

    @Test
    void itIsFullWhenAPollWaitsAndEmptyWhenAllIsHandled() {
        assertTrue(queue.isEmpty());
        queue.add(part(0, 9));
        await().until(() -> begun.size() == 1);
        queue.add(part(10, 19));
        await().until(() -> begun.size() == 2);
        queue.add(part(20, 20 + TopicQueue.FULL - 2));
        assertFalse(queue.isFull());
        queue.add(part(5_000, 5_000));
        assertTrue(queue.isFull());
        assertEquals(OptionalLong.of(0), queue.oldest());

        begun.getFirst().handled().complete(null);
        await().until(() -> begun.size() == 3);
        assertFalse(queue.isFull());
        assertEquals(OptionalLong.of(10), queue.oldest());
        begun.forEach(part -> part.handled().complete(null));
        await().until(queue::isEmpty);
        assertEquals(List.of(9L, 19L, 20L + TopicQueue.FULL - 2, 5_000L), moved);
        assertEquals(OptionalLong.empty(), queue.oldest());
    }

    /** Who asks which topic it is looks at where the offsets go back: within one part it would not see it. */
    @Test
    @Tag("case-T6")
    void aTopicThatWasMadeAnewIsAnotherPart() {
        queue.add(part(90, 94));
        await().until(() -> begun.size() == 1);
        queue.add(part(95, 97));
        await().until(() -> begun.size() == 2);
        queue.add(part(98, 99));
        queue.add(part(0, 3));
        begun.forEach(part -> part.handled().complete(null));
        await().until(() -> begun.size() == 4);
        assertEquals(List.of(0L, 1L, 2L, 3L), begun.getLast().offsets());
    }

    private InFlightPoll begin(PolledPart part, InFlightPoll before) {
        CompletableFuture<Void> handled = new CompletableFuture<>();
        List<Long> offsets = part.records().records(PARTITION).stream()
                .map(ConsumerRecord::offset)
                .toList();
        begun.add(new Begun(offsets, handled));
        return new InFlightPoll(
                Map.of(),
                CompletableFuture.allOf(before.handled(), handled),
                List.of(new InFlightRecord(offsets.getFirst(), handled)));
    }

    private PolledPart part(long first, long last) {
        List<ConsumerRecord<byte[], byte[]>> records = LongStream.rangeClosed(first, last)
                .mapToObj(TopicQueueTest::written)
                .toList();
        return PolledPart.of(new ConsumerRecords<>(Map.of(PARTITION, records), Map.of()), () -> moved.add(last));
    }

    /** At a time that is its offset. */
    private static ConsumerRecord<byte[], byte[]> written(long offset) {
        return new ConsumerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                offset,
                offset,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}

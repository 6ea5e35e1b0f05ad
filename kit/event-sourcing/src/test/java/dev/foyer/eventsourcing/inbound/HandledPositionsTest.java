package dev.foyer.eventsourcing.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What failed or waits is not handled: its position must not be committed, or the record would be lost. */
@Tag("F")
class HandledPositionsTest {

    private static final TopicPartition FIRST = new TopicPartition("others", 0);
    private static final TopicPartition SECOND = new TopicPartition("others", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final HandledPositions positions = new HandledPositions();

    @BeforeEach
    void assign() {
        consumer.assign(List.of(FIRST, SECOND));
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
        consumer.poll(Duration.ZERO);
    }

    @Test
    void nothingIsCommittedBeforeItIsHandled() {
        Runnable handled = begin(FIRST, 0, 9);
        assertEquals(Map.of(), positions.uncommitted(consumer));
        handled.run();
        assertEquals(at(FIRST, 10), positions.uncommitted(consumer));
    }

    @Test
    void whatIsPolledAndNotHandledYetIsNotPassed() {
        Runnable handled = begin(FIRST, 0, 9);
        begin(FIRST, 10, 19);
        handled.run();
        assertEquals(at(FIRST, 10), positions.uncommitted(consumer));
    }

    /** Two that end at once are told in any order. */
    @Test
    void noPositionGoesBack() {
        Runnable first = begin(FIRST, 0, 9);
        begin(FIRST, 10, 19).run();
        first.run();
        assertEquals(at(FIRST, 20), positions.uncommitted(consumer));
    }

    @Test
    void behindTheLastHandledRecordTheMarkersArePassedToo() {
        begin(FIRST, 0, 9).run();
        consumer.seek(FIRST, 12);
        assertEquals(at(FIRST, 12), positions.uncommitted(consumer));
        positions.committed(at(FIRST, 12));
        consumer.seek(FIRST, 15);
        assertEquals(at(FIRST, 15), positions.uncommitted(consumer));
    }

    @Test
    void whatKafkaDidNotTakeIsTriedAgain() {
        begin(FIRST, 0, 9).run();
        assertEquals(at(FIRST, 10), positions.uncommitted(consumer));
        assertEquals(at(FIRST, 10), positions.uncommitted(consumer));
        positions.committed(at(FIRST, 10));
        assertEquals(Map.of(), positions.uncommitted(consumer));
    }

    @Test
    void whatWentToAnotherMemberIsThatOnesToCommit() {
        Runnable handled = begin(FIRST, 0, 9);
        positions.revoked(List.of(FIRST));
        consumer.assign(List.of(SECOND));
        handled.run();
        assertEquals(Map.of(), positions.uncommitted(consumer));
    }

    @Test
    void whatIsHandledForAnEarlierAssignmentSaysNothingOfThisOne() {
        Runnable handled = begin(FIRST, 10, 19);
        positions.revoked(List.of(FIRST));
        begin(FIRST, 0, 9);
        handled.run();
        assertEquals(Map.of(), positions.uncommitted(consumer));
    }

    @Test
    void aTopicThatIsMadeAnewBeginsAnew() {
        Runnable ofTheOldOne = begin(FIRST, 0, 99);
        Runnable handled = begin(FIRST, 0, 9);
        ofTheOldOne.run();
        assertEquals(Map.of(), positions.uncommitted(consumer));
        handled.run();
        assertEquals(at(FIRST, 10), positions.uncommitted(consumer));
    }

    /** Read from the middle, where an earlier owner had come to. */
    @Test
    void whatIsPolledAndWhatIsNotIsUnhandledUntilItIs() {
        consumer.updateEndOffsets(Map.of(FIRST, 130L, SECOND, 0L));
        Runnable handled = begin(FIRST, 100, 109);
        assertEquals(30, positions.unhandled(consumer));
        handled.run();
        assertEquals(20, positions.unhandled(consumer));
        begin(FIRST, 110, 129);
        assertEquals(20, positions.unhandled(consumer));
    }

    private Runnable begin(TopicPartition partition, int first, int last) {
        List<ConsumerRecord<byte[], byte[]>> records = IntStream.rangeClosed(first, last)
                .mapToObj(offset -> new ConsumerRecord<byte[], byte[]>(
                        partition.topic(), partition.partition(), offset, null, new byte[0]))
                .toList();
        var poll = new ConsumerRecords<>(Map.of(partition, records), Map.of());
        positions.polled(poll);
        consumer.seek(partition, last + 1);
        return positions.begun(poll);
    }

    private static Map<TopicPartition, OffsetAndMetadata> at(TopicPartition partition, long offset) {
        return Map.of(partition, new OffsetAndMetadata(offset));
    }
}

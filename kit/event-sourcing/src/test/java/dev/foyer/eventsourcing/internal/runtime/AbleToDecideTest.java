package dev.foyer.eventsourcing.internal.runtime;

import static dev.foyer.testing.Patience.answer;
import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.base.Unavailable.Reason;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ready means that a command could be decided now; who cannot says why, at once. */
class AbleToDecideTest {

    private static final Duration SESSION = Duration.ofSeconds(2);

    private EmbeddedBroker broker;
    private AggregateRuntime runtime;

    @BeforeEach
    void startBroker() {
        broker = EmbeddedBroker.start();
        Topics.create(
                broker, List.of(new NewTopic(Tally.JOURNAL, 1, (short) 1), new NewTopic(Tally.EVENTS, 1, (short) 1)));
    }

    @AfterEach
    void stop() {
        runtime.close();
        broker.close();
    }

    @Test
    @Tag("case-L6")
    void whileTheBrokerIsSilentNobodyServesAndCommandsAreToldSo() throws Exception {
        start(Map.of());
        answer(add(1));

        broker.suspend();
        try {
            await().until(() -> !runtime.ready());
            assertEquals(Map.of(0, "WAITING_FOR_BROKER"), runtime.partitions());
            await().until(() -> runtime.brokerSilence().compareTo(SESSION) > 0);
            assertEquals(Reason.BROKER_AWAY, refusal(add(2)).reason());
        } finally {
            broker.resume();
        }
        await().until(runtime::ready);
        answer(add(3));
    }

    @Test
    @Tag("case-L6")
    void aMemberWithoutPartitionsIsReadyWhileItIsConfirmed() {
        start(Map.of());
        try (AggregateRuntime second = new AggregateRuntime(settings(Map.of()), List.of(Tally.TYPE))) {
            await().until(second::ready);
            assertEquals(Set.of(), second.partitions().keySet());
            await().until(runtime::ready);
        }
    }

    @Test
    @Tag("case-L13")
    void nobodyTakesAPartitionBeforeItIsToldTo() {
        runtime = AggregateRuntime.apart(settings(Map.of()), List.of(Tally.TYPE));
        assertEquals(Reason.MOVED, refusal(add(1)).reason());
        assertTrue(runtime.alive());
        assertFalse(runtime.ready());
        runtime.join();
        await().until(runtime::ready);
    }

    @Test
    @Tag("case-L10")
    void aClockThatIsFarAheadIsNamed() {
        start(Map.of(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, HoursAhead.class.getName()));
        Unavailable refusal = refusal(add(1));
        assertEquals(Reason.CLOCK_AHEAD, refusal.reason());
        assertEquals("clock-ahead", refusal.name());
        assertTrue(runtime.clockIsAhead());
    }

    /** A wrong clock of this process alone. */
    public static final class HoursAhead
            implements ProducerInterceptor<byte[], byte[]>, ConsumerInterceptor<byte[], byte[]> {

        @Override
        public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> sent) {
            long ahead = System.currentTimeMillis() + Duration.ofHours(2).toMillis();
            return new ProducerRecord<>(
                    sent.topic(), sent.partition(), ahead, sent.key(), sent.value(), sent.headers());
        }

        @Override
        public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
            return records;
        }

        @Override
        public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

        @Override
        public void onAcknowledgement(RecordMetadata metadata, Exception exception) {}

        @Override
        public void close() {}

        @Override
        public void configure(Map<String, ?> configs) {}
    }

    private void start(Map<String, Object> more) {
        runtime = new AggregateRuntime(settings(more), List.of(Tally.TYPE));
        await().until(() -> runtime.partitions().size() == 1 && runtime.ready());
    }

    private RuntimeSettings settings(Map<String, Object> more) {
        Map<String, Object> connection = new HashMap<>(broker.connection());
        connection.putAll(more);
        return RuntimeSettings.of(connection, "tally", Tally.JOURNAL, 1, "http://127.0.0.1:0")
                .withSession(Optional.empty(), SESSION);
    }

    private CompletableFuture<Reply<Tally.Refusal, Tally.Answer>> add(int number) {
        var meta = new CommandMeta("c" + number, "c" + number, Actor.service("test"));
        return runtime.submit(Tally.TYPE, "t", new Tally.Command.Add(1), meta).toCompletableFuture();
    }

    private static Unavailable refusal(CompletableFuture<?> command) {
        ExecutionException failure = assertThrows(ExecutionException.class, () -> answer(command));
        return (Unavailable) failure.getCause();
    }
}

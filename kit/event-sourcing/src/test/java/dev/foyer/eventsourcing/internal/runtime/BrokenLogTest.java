package dev.foyer.eventsourcing.internal.runtime;

import static dev.foyer.testing.Patience.answer;
import static dev.foyer.testing.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Records that nobody can read: in the journal they stop the partition loudly, among the snapshots they cost time. */
class BrokenLogTest {

    private static EmbeddedBroker broker;

    private String service;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start();
        Topics.create(broker, List.of(new NewTopic(Tally.EVENTS, 2, (short) 1)));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopics(TestInfo test) {
        service = test.getTestMethod().orElseThrow().getName();
        Topics.create(
                broker,
                List.of(
                        new NewTopic(service + ".journal", 2, (short) 1),
                        new NewTopic(service + ".snapshots", 2, (short) 1)
                                .configs(Map.of("cleanup.policy", "compact"))));
    }

    @Test
    void unreadableJournalStopsItsPartitionAndNoOther() {
        append(".journal", 1, "tally:nobody", "no event".getBytes(UTF_8));
        try (AggregateRuntime runtime = new AggregateRuntime(settings(), List.of(Tally.TYPE))) {
            await().until(() -> runtime.partitions().equals(Map.of(0, "SERVING", 1, "BROKEN")));
            assertFalse(runtime.alive());
            assertFalse(runtime.ready());
        }
    }

    @Test
    void unreadableSnapshotMakesTheOwnerFoldTheWholeJournal() throws Exception {
        try (AggregateRuntime first = ready()) {
            answer(first.submit(Tally.TYPE, "a", new Tally.Command.Add(5), meta()));
            await().until(() -> first.verify().stream().anyMatch(check -> check.mark() > 0));
        }
        String key = Tally.TYPE.key("a");
        append(".snapshots", Partitions.of(key, 2), key, unreadableSnapshot());
        try (AggregateRuntime second = ready()) {
            // Deserialized at the first access only: that one fails, and the owner loads anew.
            await().ignoreExceptions()
                    .until(() -> answer(second.read(Tally.TYPE, "a")).total() == 5);
            assertTrue(second.ready());
            assertEquals(
                    List.of(),
                    second.verify().stream()
                            .flatMap(check -> check.differing().stream())
                            .toList());
        }
    }

    private AggregateRuntime ready() {
        AggregateRuntime runtime = new AggregateRuntime(settings(), List.of(Tally.TYPE));
        await().until(() -> runtime.partitions().size() == 2 && runtime.ready());
        return runtime;
    }

    private RuntimeSettings settings() {
        return RuntimeSettings.of(broker.connection(), service, service + ".journal", 2, "http://127.0.0.1:0")
                .withRecovery(Optional.of(new Snapshots(service + ".snapshots", 1, Duration.ofDays(1))), false);
    }

    /** Of our format and of the first event, and nothing behind that. */
    private static byte[] unreadableSnapshot() {
        int format =
                SnapshotRecord.format(Map.of(Tally.TYPE.name(), Tally.TYPE)).hashCode();
        return ByteBuffer.allocate(20)
                .putInt(format)
                .putLong(1)
                .putLong(StateEntry.NEVER)
                .array();
    }

    private void append(String of, int partition, String key, byte[] value) {
        try (var producer =
                new KafkaProducer<>(broker.connection(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(service + of, partition, key.getBytes(UTF_8), value));
        }
    }

    private static CommandMeta meta() {
        return new CommandMeta("c", "c", Actor.service("test"));
    }
}

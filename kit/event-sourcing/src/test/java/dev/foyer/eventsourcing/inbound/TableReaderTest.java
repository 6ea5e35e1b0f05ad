package dev.foyer.eventsourcing.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Position;
import dev.foyer.base.events.CloudEventWriter;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.LogLines;
import dev.foyer.testing.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table on a real broker: no record stops it, and one that has stopped says so. */
@Tag("case-T4")
class TableReaderTest {

    private static final String TYPE = "foyer.test.Said.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static EmbeddedBroker broker;
    private static KafkaProducer<byte[], byte[]> producer;

    private final String topic = "table-" + UUID.randomUUID();
    private final LatestByKey<Integer> table =
            new LatestByKey<>(TYPE, event -> event.data().get("key").textValue(), TableReaderTest::value);

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start();
        producer = new KafkaProducer<>(broker.connection(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        broker.close();
    }

    private static int value(InboundEvent event) {
        return event.data().get("value").intValue(); // fails when there is none, as readers do that trust a topic
    }

    private TableReader read(InboundHandler handler) {
        Topics.create(broker, List.of(new NewTopic(topic, 1, (short) 1)));
        return new TableReader(broker.connection(), "test", topic, handler);
    }

    private Position say(Map<String, ?> data) throws Exception {
        return send(new CloudEventWriter("test")
                .write(
                        new PublicRecord(topic, "k", TYPE, "k", "contoso.com", data),
                        new CommandMeta(UUID.randomUUID().toString(), "c", Actor.service("test")),
                        0,
                        1,
                        Instant.now(),
                        Instant.now()));
    }

    private static Position send(ProducerRecord<byte[], byte[]> record) throws Exception {
        RecordMetadata at = producer.send(record).get();
        return new Position(at.topic(), at.partition(), at.offset());
    }

    @Test
    void whatCannotBeUsedIsSkippedAndWhatComesBehindIsRead() throws Exception {
        try (LogLines log = new LogLines();
                TableReader reader = read(table)) {
            say(Map.of("key", "x", "value", 1));
            say(Map.of("key", "x"));
            say(Map.of("value", 3));
            send(new ProducerRecord<>(topic, 0, "k".getBytes(UTF_8), "no event".getBytes(UTF_8)));
            send(new ProducerRecord<>(topic, 0, null, "{}".getBytes(UTF_8)));
            ProducerRecord<byte[], byte[]> odd = new ProducerRecord<>(topic, 0, null, "{}".getBytes(UTF_8));
            odd.headers().add("ce_specversion", null).add("ce_id", null);
            send(odd);
            Position last = say(Map.of("key", "y", "value", 2));
            assertTrue(reader.await(last, PATIENCE));
            assertEquals(Optional.of(1), table.get("x"));
            assertEquals(Optional.of(2), table.get("y"));
            assertEquals(5, reader.skipped());
            assertEquals(
                    5,
                    log.lines().stream()
                            .filter(line -> line.contains("is skipped"))
                            .count());
            assertFalse(reader.stopped());
        }
    }

    /** By a mirror or from a backup, while we read; shorter than the one before, or as long already when we look. */
    @ParameterizedTest
    @Tag("case-T6")
    @ValueSource(ints = {1, 5})
    void aTopicMadeAnewIsReadFromItsBeginning(int records) throws Exception {
        Topics.create(broker, List.of(new NewTopic(topic, 1, (short) 1)));
        try (Admin admin = Admin.create(broker.connection());
                TableReader reader =
                        new TableReader(broker.connection(), "test", topic, table, Duration.ofMillis(100))) {
            say(Map.of("key", "x", "value", 1));
            say(Map.of("key", "y", "value", 2));
            assertTrue(reader.await(say(Map.of("key", "z", "value", 3)), PATIENCE));
            admin.deleteTopics(List.of(topic)).all().get();
            Awaitility.await().until(() -> !admin.listTopics().names().get().contains(topic));
            Topics.create(broker, List.of(new NewTopic(topic, 1, (short) 1)));
            for (int i = 0; i < records; i++) {
                say(Map.of("key", i == 0 ? "x" : "n" + i, "value", 10 + i));
            }
            Awaitility.await().atMost(PATIENCE).until(() -> table.get("x").equals(Optional.of(10)));
            assertEquals(Optional.of(2), table.get("y"), "nothing else was said of it");
            assertTrue(reader.await(say(Map.of("key", "y", "value", 20)), PATIENCE));
            assertEquals(Optional.of(20), table.get("y"));
        }
    }

    @Test
    void oneThatHasStoppedSaysSo() throws Exception {
        InboundHandler dies = new InboundHandler() {
            @Override
            public boolean understands(String type) {
                return true;
            }

            @Override
            public CompletionStage<?> handle(InboundEvent event) {
                throw new StackOverflowError("of a test");
            }
        };
        try (TableReader reader = read(dies)) {
            Position said = say(Map.of("key", "x", "value", 1));
            Awaitility.await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(reader::stopped);
            assertFalse(reader.await(said, Duration.ofMillis(100)));
        }
    }
}

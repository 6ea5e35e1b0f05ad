package dev.foyer.eventsourcing.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.TopicContents;
import dev.foyer.testing.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One reader for all topics of a shape, as many tenants' systems fill them: binary or structured, good or bad. */
@Tag("F")
class TopicPatternTest {

    private static final String TYPE = "foyer.others.Said.v1";

    private static EmbeddedBroker broker;
    private static KafkaProducer<byte[], byte[]> producer;

    private final String prefix = "p" + UUID.randomUUID().toString().substring(0, 8);
    private final String group = "reader-" + prefix;
    private final List<InboundEvent> handled = Collections.synchronizedList(new ArrayList<>());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private DeadLetters deadLetters;
    private TopicReader reader;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start();
        Topics.create(broker, List.of(new NewTopic(DeadLetters.TOPIC, 1, (short) 1)));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "metadata.max.age.ms", 1_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stopBroker() {
        producer.close();
        broker.close();
    }

    @BeforeEach
    void read() {
        create("first");
        deadLetters = new DeadLetters(broker.connection(), "tester");
        reader = new TopicReader(
                broker.connection(),
                group,
                Optional.empty(),
                new Subscription.Matching("all", Pattern.compile(Pattern.quote(prefix) + "\\..+\\.in")),
                new Noting(),
                deadLetters,
                metrics);
    }

    @AfterEach
    void stop() {
        reader.close();
        deadLetters.close();
    }

    @Test
    void aTopicThatIsCreatedMeanwhileIsReadFromItsBeginning() throws Exception {
        binary("first", "k", "1", TYPE, "early");
        eventually().until(() -> words().contains("early"));
        create("second");
        Topics.create(broker, List.of(new NewTopic(prefix + ".second.out", 1, (short) 1)));
        producer.send(event(prefix + ".second.out", "k", "2", TYPE, "not for us"))
                .get();
        binary("second", "k", "3", TYPE, "late");
        await().atMost(Duration.ofSeconds(15)).until(() -> words().contains("late"));
        assertEquals(List.of("early", "late"), words());
        assertEquals(prefix + ".second.in", handled.getLast().topic());
    }

    @Test
    void structuredAndBinaryMeanTheSame() throws Exception {
        binary("first", "k", "same", TYPE, "hello");
        structured("k", """
                {"specversion":"1.0","id":"same","source":"/others","type":"%s","subject":"k","tenant":"t",
                 "datacontenttype":"application/json","data":{"word":"hello"}}""".formatted(TYPE));
        eventually().until(() -> handled.size() == 2);
        InboundEvent binary = handled.getFirst();
        InboundEvent structured = handled.getLast();
        assertEquals(binary.data(), structured.data());
        assertEquals("k", binary.origin().key());
        assertEquals(binary.origin().key(), structured.origin().key());
        assertEquals("/others", structured.envelope().source());
        assertEquals(binary.subject(), structured.subject());
        assertEquals(binary.tenant(), structured.tenant());
        assertEquals(binary.inboundId().requestId(), structured.inboundId().requestId());
        assertTrue(binary.inboundId().isPassedBy(structured.inboundId()));
        assertFalse(structured.inboundId().isPassedBy(binary.inboundId()));
    }

    @Test
    void badOnesAreBuriedUnknownOnesSkippedAndAllAreCounted() throws Exception {
        structured("k", "{\"specversion\":\"1.0\",\"id\":");
        structured("k", "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/o\",\"type\":\"" + TYPE + "\"}");
        binary("first", "k", "2", "foyer.others.Whispered.v1", "unknown");
        binary("first", "k", "3", TYPE, "fine");
        eventually().until(() -> words().contains("fine"));
        assertEquals(2, counted("buried"));
        assertEquals(1, counted("skipped"));
        assertEquals(1, counted("handled"));
        assertTrue(TopicContents.text(broker, DeadLetters.TOPIC).contains("The event has no data."));
    }

    /** With our headers such a record is larger than the broker takes. */
    @Test
    void badRecordAsLargeAsRecordsMayBeStopsNobody() throws Exception {
        byte[] large = new byte[1024 * 1024 - 100];
        producer.send(new ProducerRecord<>(prefix + ".first.in", null, "k".getBytes(UTF_8), large))
                .get();
        binary("first", "k", "1", TYPE, "after");
        eventually().until(() -> words().contains("after"));
        String letters = TopicContents.text(broker, DeadLetters.TOPIC);
        assertTrue(letters.contains("too large to be kept here") && letters.contains("topic=" + prefix + ".first.in"));
    }

    @Test
    void aTopicThatIsDeletedStopsNobody() throws Exception {
        create("gone");
        binary("gone", "k", "1", TYPE, "last words");
        eventually().until(() -> words().contains("last words"));
        try (Admin admin = Admin.create(broker.connection())) {
            admin.deleteTopics(List.of(prefix + ".gone.in")).all().get();
        }
        binary("first", "k", "2", TYPE, "still here");
        eventually().until(() -> words().contains("still here"));
        assertTrue(reader.alive());
    }

    private double counted(String outcome) {
        return metrics.get("foyer.inbound")
                .tag("group", group)
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private List<String> words() {
        synchronized (handled) {
            return handled.stream()
                    .map(event -> event.data().path("word").asText())
                    .toList();
        }
    }

    private void create(String name) {
        Topics.create(broker, List.of(new NewTopic(prefix + "." + name + ".in", 1, (short) 1)));
    }

    private void binary(String name, String key, String id, String type, String word)
            throws ExecutionException, InterruptedException {
        producer.send(event(prefix + "." + name + ".in", key, id, type, word)).get();
    }

    private static ProducerRecord<byte[], byte[]> event(String topic, String key, String id, String type, String word) {
        var made =
                new ProducerRecord<>(topic, null, key.getBytes(UTF_8), ("{\"word\":\"" + word + "\"}").getBytes(UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id,
                        "ce_source", "/others",
                        "ce_type", type,
                        "ce_subject", key,
                        "ce_tenant", "t",
                        "content-type", "application/json")
                .forEach((header, value) -> made.headers().add(header, value.getBytes(UTF_8)));
        return made;
    }

    private void structured(String key, String json) throws ExecutionException, InterruptedException {
        var made = new ProducerRecord<>(prefix + ".first.in", null, key.getBytes(UTF_8), json.getBytes(UTF_8));
        made.headers().add("content-type", "application/cloudevents+json; charset=utf-8".getBytes(UTF_8));
        producer.send(made).get();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(40));
    }

    private final class Noting implements InboundHandler {
        @Override
        public boolean understands(String type) {
            return TYPE.equals(type);
        }

        @Override
        public CompletionStage<?> handle(InboundEvent event) {
            handled.add(event);
            return CompletableFuture.completedFuture(null);
        }
    }
}

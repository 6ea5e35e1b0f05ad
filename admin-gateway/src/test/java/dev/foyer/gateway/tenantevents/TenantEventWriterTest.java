package dev.foyer.gateway.tenantevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Events;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each tenant gets its own events, all of them, as they are and in their order. On a real broker. */
@Tag("F")
class TenantEventWriterTest {

    private static final String CONTOSO = "contoso.com";
    /** A prefix of it is another tenant's name. */
    private static final String CONTOSO_AU = "contoso.com.au";

    private static EmbeddedBroker broker;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
    private TenantEventWriter writer;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void open() {
        writer = new TenantEventWriter(
                broker.connection(), EventRedaction.NOTHING, EventWitness.NOBODY, TenantEventCounters.of(metrics));
    }

    @AfterEach
    void close() {
        writer.close();
    }

    private static void topicOf(String tenant) {
        Topics.create(broker, List.of(new NewTopic(TenantTopics.of(tenant), 3, (short) 1)));
        try (TenantTopics seen = new TenantTopics(broker.connection())) {
            Awaitility.await().until(() -> {
                seen.forget();
                return seen.has(TenantTopics.of(tenant));
            });
        }
    }

    private ConsumerRecord<byte[], byte[]> event(String tenant, String userId, long sequence) {
        ProducerRecord<byte[], byte[]> written = Events.record(
                "pin.events", "foyer.pin.PinReset.v1", sequence, Map.of("tenant", tenant, "userId", userId));
        var event = new ConsumerRecord<>(
                written.topic(),
                0,
                batch.size(),
                written.timestamp(),
                TimestampType.CREATE_TIME,
                0,
                0,
                written.key(),
                written.value(),
                written.headers(),
                java.util.Optional.empty());
        batch.add(event);
        return event;
    }

    /** Its removal must not hold up what the others read. */
    @Test
    void aTopicThatGoesWhileItIsWrittenToStopsNobody() throws Exception {
        topicOf("gone.example");
        topicOf("stays.example");
        event("gone.example", "u-1", 1);
        writer.write(batch);
        try (Admin admin = Admin.create(broker.connection())) {
            admin.deleteTopics(List.of(TenantTopics.of("gone.example"))).all().get();
        }
        batch.clear();
        event("gone.example", "u-2", 2);
        event("stays.example", "u-3", 3);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> writer.write(batch));
        assertTrue(!read("stays.example", 1).isEmpty());
        assertEquals(1, counted("unassigned"));
    }

    @Test
    @Tag("case-T3")
    void aRecordWithHeadersOfNothingStopsNobody() {
        topicOf("odd.example");
        event("odd.example", "u-1", 1).headers().remove("ce_tenant").add("ce_tenant", null);
        event("odd.example", "u-2", 2).headers().remove("ce_type").add("ce_type", null);
        event("odd.example", "u-3", 3);
        writer.write(batch);
        assertEquals(1, counted("unassigned"), "nobody's");
        assertEquals(2, counted("copied"));
        assertEquals(2, read("odd.example", 2).size());
    }

    @Test
    @Tag("case-T3")
    void aRecordThatCannotBeReadIsLeftOutAndCounted() {
        topicOf("torn.example");
        event("torn.example", "u-1", 1);
        event("torn.example", "u-2", 2);
        EventRedaction torn = (_, _, data) -> {
            if (new String(data, UTF_8).contains("u-1")) {
                throw new IllegalArgumentException("no event at all");
            }
            return data;
        };
        try (TenantEventWriter one = new TenantEventWriter(
                broker.connection(), torn, EventWitness.NOBODY, TenantEventCounters.of(metrics))) {
            one.write(batch);
        }
        assertEquals(1, read("torn.example", 1).size());
        assertEquals(1, counted("unreadable"));
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String tenant, int atLeast) {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        Map<String, Object> reader = new HashMap<>(broker.connection());
        reader.put("fetch.max.wait.ms", 50); // closing waits for the last fetch
        try (var consumer = new KafkaConsumer<>(reader, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var all = IntStream.range(0, 3)
                    .mapToObj(partition -> new TopicPartition(TenantTopics.of(tenant), partition))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (read.size() < atLeast && System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
            consumer.poll(Duration.ofMillis(200)).forEach(read::add);
        }
        return read;
    }

    private double counted(String outcome) {
        return metrics.counter("foyer.tenant.events", "outcome", outcome).count();
    }

    @Test
    void eachTenantReadsItsOwnAndNothingElse() {
        topicOf(CONTOSO);
        topicOf(CONTOSO_AU);
        for (int i = 0; i < 40; i++) {
            event(i % 2 == 0 ? CONTOSO : CONTOSO_AU, "u-" + i % 4, i);
        }
        writer.write(batch);
        for (String tenant : List.of(CONTOSO, CONTOSO_AU)) {
            List<ConsumerRecord<byte[], byte[]>> own = read(tenant, 20);
            assertEquals(20, own.size());
            own.forEach(event -> assertTrue(new String(event.key(), UTF_8).startsWith(tenant + "/")));
            for (String user : List.of("u-0", "u-1", "u-2", "u-3")) {
                assertEquals(sequences(batch, tenant, user), sequences(own, tenant, user));
            }
        }
        assertEquals(40, counted("copied"));
        assertEquals(0, counted("unassigned"));
    }

    private static List<String> sequences(List<ConsumerRecord<byte[], byte[]>> events, String tenant, String user) {
        return events.stream()
                .filter(event -> new String(event.key(), UTF_8).equals(tenant + "/" + user))
                .map(event ->
                        new String(event.headers().lastHeader("ce_sequence").value(), UTF_8))
                .toList();
    }

    @Test
    void aCopyIsTheEventAsItWas() {
        topicOf("as-it-was.example");
        ConsumerRecord<byte[], byte[]> event = event("as-it-was.example", "u-1", 1);
        writer.write(batch);
        ConsumerRecord<byte[], byte[]> copy = read("as-it-was.example", 1).getFirst();
        assertArrayEquals(event.key(), copy.key());
        assertArrayEquals(event.value(), copy.value());
        assertEquals(event.timestamp(), copy.timestamp());
        assertArrayEquals(event.headers().toArray(), copy.headers().toArray(), () -> "Headers of " + text(copy));
    }

    private static List<String> text(ConsumerRecord<byte[], byte[]> record) {
        List<String> names = new ArrayList<>();
        for (Header header : record.headers()) {
            names.add(header.key());
        }
        return names;
    }

    @Test
    void eventsOfATenantWithoutATopicStopNobody() {
        topicOf("kept.example");
        event("gone.example", "u-1", 1);
        event("kept.example", "u-1", 2);
        event("gone.example", "u-1", 3);
        batch.getFirst().headers().remove("ce_tenant");
        writer.write(batch);
        assertEquals(1, read("kept.example", 1).size());
        assertEquals(2, counted("unassigned"));
    }

    @Test
    void aTenantThatComesLaterIsFoundWithoutARestart() throws Exception {
        event("first.example", "u-1", 1);
        writer.write(batch);
        topicOf("later.example");
        batch.clear();
        event("later.example", "u-1", 1);
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            writer.write(batch);
            return counted("copied") == 1;
        });
        assertEquals(1, read("later.example", 1).size());
    }

    @Test
    void whileTheBrokerIsAwayItWaitsAndLosesNothing() throws Exception {
        topicOf("away.example");
        event("away.example", "u-1", 1);
        writer.write(batch);
        batch.clear();
        event("away.example", "u-1", 2);
        broker.suspend();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writer.write(batch));
        broker.resume();
        writing.get(60, TimeUnit.SECONDS);
        assertEquals(List.of("1", "2"), sequences(read("away.example", 2), "away.example", "u-1"));
    }

    @Test
    void whoStopsGivesUpWhatWaits() throws Exception {
        event("nobody.example", "u-1", 1);
        broker.suspend();
        try (TenantEventWriter stopped = new TenantEventWriter(
                broker.connection(), EventRedaction.NOTHING, EventWitness.NOBODY, TenantEventCounters.of(metrics))) {
            CompletableFuture<Boolean> writing = CompletableFuture.supplyAsync(() -> stopped.write(batch));
            stopped.close();
            assertFalse(writing.join(), "taken for written");
        } finally {
            broker.resume();
        }
    }
}

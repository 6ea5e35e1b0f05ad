package dev.foyer.service.eventsourced;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Management;
import dev.foyer.testing.TopicContents;
import dev.foyer.testing.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One channel for all topics of a shape, as many tenants' systems fill them: binary or structured, good or bad. */
@QuarkusTest
@QuarkusTestResource(ChannelsBroker.class)
@Tag("F")
class ChannelPatternTest {

    private static final String GROUP = "tester.in";

    @Inject
    ListeningService service;

    @Inject
    MeterRegistry metrics;

    private final String mine = UUID.randomUUID().toString();

    @Test
    void aTopicThatIsCreatedMeanwhileIsReadFromItsBeginning() throws Exception {
        String topic = "others." + mine + ".in";
        String other = "others." + mine + ".out";
        create(topic);
        create(other);
        say(other, speaker -> speaker.sayTo(0, "k", "not for us"));
        say(topic, speaker -> speaker.sayTo(0, "k", "late"));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> service.words(topic).toList().equals(List.of("late")));
        assertEquals(List.of(), service.noted(other));
    }

    @Test
    void structuredAndBinaryMeanTheSame() throws Exception {
        String topic = "others." + mine + ".in";
        create(topic);
        say(topic, speaker -> {
            speaker.producer.send(binary(topic, "same", "hello"));
            speaker.producer.send(structured(topic, """
                    {"specversion":"1.0","id":"same","source":"/others","type":"%s","subject":"k","tenant":"t",
                     "datacontenttype":"application/json","data":{"word":"hello"}}""".formatted(Speaker.TYPE)));
        });
        eventually().until(() -> service.noted(topic).size() == 2);
        InboundEvent binary = service.noted(topic).getFirst();
        InboundEvent structured = service.noted(topic).getLast();
        assertEquals(binary.data(), structured.data());
        assertEquals("k", binary.origin().key());
        assertEquals(binary.origin().key(), structured.origin().key());
        assertEquals("/others", structured.envelope().source());
        assertEquals(binary.subject(), structured.subject());
        assertEquals(binary.tenant(), structured.tenant());
        assertTrue(binary.inboundId().isPassedBy(structured.inboundId()));
        assertFalse(structured.inboundId().isPassedBy(binary.inboundId()));
    }

    @Test
    void badOnesAreDeadLettersUnknownOnesSkippedAndAllAreCounted() throws Exception {
        String topic = "others." + mine + ".in";
        create(topic);
        double deadLetters = counted("dead-letter");
        double skipped = counted("skipped");
        double handled = counted("handled");
        say(topic, speaker -> {
            speaker.producer.send(structured(topic, "{\"specversion\":\"1.0\",\"id\":"));
            speaker.producer.send(structured(
                    topic,
                    "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/o\",\"type\":\"" + Speaker.TYPE + "\"}"));
            speaker.producer.send(speaker.event("k", "unknown", "foyer.others.Whispered.v1"));
            speaker.sayTo(0, "k", "fine");
        });
        eventually().until(() -> service.words(topic).toList().equals(List.of("fine")));
        assertEquals(deadLetters + 2, counted("dead-letter"));
        assertEquals(skipped + 1, counted("skipped"));
        assertEquals(handled + 1, counted("handled"));
        assertTrue(TopicContents.text(BrokerResource.broker(), "tester.dead-letters")
                .contains("The event has no data."));
    }

    /** With our headers such a record is larger than the broker takes. */
    @Test
    void badRecordAsLargeAsRecordsMayBeStopsNobody() throws Exception {
        String topic = "others." + mine + ".in";
        create(topic);
        say(topic, speaker -> {
            speaker.producer.send(new ProducerRecord<>(topic, "k".getBytes(UTF_8), new byte[1024 * 1024 - 100]));
            speaker.sayTo(0, "k", "after");
        });
        eventually().until(() -> service.words(topic).toList().equals(List.of("after")));
        String letters = TopicContents.text(BrokerResource.broker(), "tester.dead-letters");
        assertTrue(letters.contains("too large to be kept here") && letters.contains("topic=" + topic));
    }

    @Test
    void aTopicThatIsDeletedStopsNobody() throws Exception {
        String gone = "others." + mine + ".in";
        create(gone);
        say(gone, speaker -> speaker.sayTo(0, "k", "last words"));
        eventually().until(() -> service.words(gone).toList().equals(List.of("last words")));
        try (Admin admin = Admin.create(BrokerResource.broker().connection())) {
            admin.deleteTopics(List.of(gone)).all().get();
        }
        say("others.first.in", speaker -> speaker.sayTo(0, "k", mine));
        eventually().until(() -> service.words("others.first.in").toList().contains(mine));
        Management.get("/q/health").then().statusCode(200);
    }

    private double counted(String outcome) {
        return metrics.get("foyer.inbound.records")
                .tag("group", GROUP)
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static void create(String topic) {
        Topics.create(BrokerResource.broker(), List.of(new NewTopic(topic, 1, (short) 1)));
    }

    private static void say(String topic, Consumer<Speaker> what) throws ExecutionException, InterruptedException {
        try (Speaker speaker = new Speaker(BrokerResource.broker(), topic)) {
            what.accept(speaker);
            speaker.producer.flush();
        }
    }

    private static ProducerRecord<byte[], byte[]> binary(String topic, String id, String word) {
        var made = record(topic, "{\"word\":\"" + word + "\"}", "application/json");
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id,
                        "ce_source", "/others",
                        "ce_type", Speaker.TYPE,
                        "ce_subject", "k",
                        "ce_tenant", "t")
                .forEach((header, value) -> made.headers().add(header, value.getBytes(UTF_8)));
        return made;
    }

    private static ProducerRecord<byte[], byte[]> structured(String topic, String json) {
        return record(topic, json, "application/cloudevents+json; charset=utf-8");
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String value, String contentType) {
        var made = new ProducerRecord<>(topic, "k".getBytes(UTF_8), value.getBytes(UTF_8));
        made.headers().add("content-type", contentType.getBytes(UTF_8));
        return made;
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(40));
    }
}

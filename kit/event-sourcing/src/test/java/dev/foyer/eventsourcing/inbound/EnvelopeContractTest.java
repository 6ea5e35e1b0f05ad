package dev.foyer.eventsourcing.inbound;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.events.CloudEventHeaders;
import dev.foyer.base.events.CloudEventReader;
import dev.foyer.base.events.CloudEventWriter;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.testing.EnvelopeCheck;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the kit writes around every public event is what {@code contracts/envelope.v1.schema.json} says, all of it. */
@Tag("F")
class EnvelopeContractTest {

    private static final CommandMeta META =
            new CommandMeta("command-1", "correlation-1", new Actor("admin", "conferencing-admin", "u-1"));
    private static final CommandMeta TRACED = META.withTraceparent(
                    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .because("INC0012345");
    private static final PublicRecord RECORD = new PublicRecord(
            "pin.events", "contoso.com/u-17", "foyer.pin.PinReset.v1", "contoso.com/u-17", "contoso.com", Map.of());
    private static final PublicRecord SIGNED = new PublicRecord(
            RECORD.topic(),
            RECORD.key(),
            RECORD.type(),
            RECORD.subject(),
            RECORD.tenant(),
            RECORD.data(),
            _ -> "header..signature");

    @Test
    void theWriterKeepsTheContract() {
        assertEquals(List.of(), EnvelopeCheck.problems(RECORD, META));
        assertEquals(List.of(), EnvelopeCheck.problems(RECORD, TRACED));
        assertEquals(List.of(), EnvelopeCheck.problems(SIGNED, TRACED));
    }

    @Test
    void nothingIsWrittenThatTheContractDoesNotDescribe() throws IOException {
        Set<String> described = schema().path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(toSet());
        assertEquals(described, names(EnvelopeCheck.write(SIGNED, TRACED).headers()));
        assertTrue(described.containsAll(extensions()), "Describe each of CloudEventHeaders in the envelope's schema");
    }

    @Test
    void anEnvelopeWithoutAnyOneOfItsHeadersIsRefused() {
        Headers whole = EnvelopeCheck.write(RECORD, META).headers();
        for (String name : names(whole)) {
            Headers lacking = new RecordHeaders(whole).remove(name);
            assertFalse(EnvelopeCheck.problems(lacking).isEmpty(), name);
        }
    }

    @Test
    void aHeaderThatSaysSomethingElseIsRefused() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "ce_sequence", "many",
                        "ce_time", "yesterday",
                        "ce_type", "PinReset",
                        "ce_specversion", "0.3",
                        "ce_actor", "")
                .entrySet()) {
            Headers headers =
                    new RecordHeaders(EnvelopeCheck.write(RECORD, META).headers());
            headers.remove(wrong.getKey()).add(wrong.getKey(), wrong.getValue().getBytes());
            assertFalse(EnvelopeCheck.problems(headers).isEmpty(), wrong::toString);
        }
    }

    /** What the reader has to check is what was signed; nothing of it can change unseen. */
    @Test
    void theReaderFindsTheSignatureAndWhatItIsOver() {
        List<byte[]> signed = new ArrayList<>();
        PublicRecord record =
                new PublicRecord("t", "k", "foyer.pin.PinReset.v1", "k", "contoso.com", Map.of("a", 1), content -> {
                    signed.add(content);
                    return "header..signature";
                });
        var written = EnvelopeCheck.write(record, TRACED);
        var read = new ConsumerRecord<>("t", 0, 0L, written.key(), written.value());
        written.headers().forEach(read.headers()::add);
        InboundEvent event = CloudEventReader.read(read);
        assertEquals("header..signature", event.proof().signature());
        assertArrayEquals(signed.getFirst(), event.proof().content());
        var elsewhere = new ConsumerRecord<>("other", 0, 0L, written.key(), written.value());
        written.headers().forEach(elsewhere.headers()::add);
        assertFalse(Arrays.equals(
                signed.getFirst(), CloudEventReader.read(elsewhere).proof().content()));
    }

    private static Set<String> names(Headers headers) {
        return Stream.of(headers.toArray()).map(Header::key).collect(toSet());
    }

    private static Set<String> extensions() {
        return Stream.of(CloudEventHeaders.class.getDeclaredFields())
                .filter(field -> field.getType() == String.class)
                .map(EnvelopeContractTest::value)
                .map(name -> "ce_" + name)
                .collect(toSet());
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode schema() throws IOException {
        try (var in = CloudEventWriter.class.getResourceAsStream("/contracts/envelope.v1.schema.json")) {
            return Json.mapper().build().readTree(in);
        }
    }
}

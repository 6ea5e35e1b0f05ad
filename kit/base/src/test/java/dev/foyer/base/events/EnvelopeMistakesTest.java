package dev.foyer.base.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reason of a dead letter says which attribute is wrong and what is right. */
class EnvelopeMistakesTest {

    private static final Map<String, String> RIGHT =
            Map.of("specversion", "1.0", "id", "e-1", "source", "/hr", "type", "UserProvisioned");

    @ParameterizedTest
    @Tag("case-T5")
    @CsvSource({
        "id, , The attribute id (header ce_id) is missing.",
        "source, , The attribute source (header ce_source) is missing.",
        "type, , The attribute type (header ce_type) is missing.",
        "specversion, , The attribute specversion (header ce_specversion) is missing.",
        "specversion, 0.3, The attribute specversion is 0.3; it must be 1.0.",
        "time, 26.11.2026, 'The attribute time is 26.11.2026; it must be a time of RFC 3339, such as 2026-11-26T10:15:30Z.'",
        "time, today at ten, 'The attribute time is not readable; it must be a time of RFC 3339, such as 2026-11-26T10:15:30Z.'",
        "source, 'no uri', The attribute source is no URI reference; write one such as /hr/directory."
    })
    void aHeaderThatIsWrongIsNamed(String attribute, String value, String reason) {
        assertEquals(reason, refused(binary(attribute, value)));
    }

    @ParameterizedTest
    @Tag("case-T1")
    @CsvSource({"id, ''", "id, ' '", "source, ''", "type, ''"})
    void whatIsRequiredIsNotEmpty(String attribute, String value) {
        assertEquals(
                "The attribute " + attribute + " is empty; every event needs one.", refused(binary(attribute, value)));
        assertEquals(
                "The attribute " + attribute + " is empty; every event needs one.",
                refused(structured(
                        "{\"specversion\": \"1.0\", \"id\": \"e-1\", \"source\": \"/hr\", \"type\": \"T\", \"data\": {}}"
                                .replaceFirst(
                                        "\"" + attribute + "\": \"[^\"]+\"",
                                        "\"" + attribute + "\": \"" + value + "\""))));
    }

    @ParameterizedTest
    @Tag("case-T7")
    @CsvSource({"id", "type", "subject"})
    void attributesAreOneLine(String attribute) {
        assertTrue(refused(binary(attribute, "one\r\ntwo")).contains("has control characters"));
    }

    @ParameterizedTest
    @Tag("case-T7")
    @CsvSource({"import-7, import-7", "'a b', ", "'a\r\nX: y', "})
    void aCorrelationIdFollowsTheRuleOfTheHeader(String given, String kept) {
        assertEquals(kept, CloudEventReader.read(binary("correlationid", given)).correlationId());
    }

    @Test
    @Tag("case-T7")
    void aCorrelationIdOfTwoLinesIsNone() {
        assertNull(CloudEventReader.read(binary("correlationid", "a\r\nX: y")).correlationId());
    }

    @ParameterizedTest
    @Tag("case-R3")
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\":\"x\\ud83d\"}", "{\"a\":[{\"b\":\"\\ude00\"}]}"})
    void aTextThatIsNoneIsRefusedWhereverItStands(String data) {
        assertTrue(refused(binary(RIGHT, data)).contains("must be Unicode text"), data);
    }

    @Test
    @Tag("case-R3")
    void norIsAnAttributeHalfACharacter() {
        String event = """
                {"specversion":"1.0","id":"e\\ud83d","source":"/hr","type":"T","data":{}}""";
        assertEquals("The attribute id is no Unicode text.", refused(structured(event)));
    }

    @Test
    @Tag("case-T3")
    void whatIsNestedForEverIsNoEvent() {
        String deep = "[".repeat(500) + "]".repeat(500);
        assertTrue(refused(binary(RIGHT, "{\"a\":" + deep + "}")).contains("not one JSON value"));
    }

    @ParameterizedTest
    @Tag("case-T2")
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\":1}{\"a\":2}", "{\"a\":1} x", "{\"a\":1,\"a\":2}", "{\"a\":1"})
    void dataAreReadWhole(String data) {
        assertEquals("The event's data is not one JSON value with each field once.", refused(binary(RIGHT, data)));
    }

    @ParameterizedTest
    @Tag("case-T2")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"specversion\":\"1.0\",\"id\":\"e\",\"source\":\"/hr\",\"type\":\"T\",\"data\":{}}{}",
                "{\"specversion\":\"1.0\",\"id\":\"e\",\"id\":\"f\",\"source\":\"/hr\",\"type\":\"T\",\"data\":{}}",
                "[]"
            })
    void anEnvelopeIsReadWhole(String value) {
        assertEquals("The envelope is not one JSON object with each field once.", refused(structured(value)));
    }

    @Test
    @Tag("case-T5")
    void whatIsNoEventAtAllIsSaidSo() {
        assertTrue(refused(binary(Map.of(), "{}")).contains("neither headers that begin with ce_ nor"));
        assertTrue(refused(record("application/cloudevents-batch+json", Map.of(), "[]"))
                .contains("one event in each"));
        assertEquals("The attribute id is missing.", refused(structured("{\"specversion\": \"1.0\"}")));
        assertTrue(
                refused(record("application/cloudevents+json", Map.of(), null)).contains("has no value"));
    }

    private static String refused(ConsumerRecord<byte[], byte[]> read) {
        return assertThrows(Unacceptable.class, () -> CloudEventReader.read(read))
                .getMessage();
    }

    private static ConsumerRecord<byte[], byte[]> binary(String attribute, String value) {
        Map<String, String> attributes = new HashMap<>(RIGHT);
        attributes.put(attribute, value);
        return binary(attributes, "{}");
    }

    private static ConsumerRecord<byte[], byte[]> binary(Map<String, String> attributes, String data) {
        return record("application/json", attributes, data);
    }

    private static ConsumerRecord<byte[], byte[]> structured(String value) {
        return record("application/cloudevents+json", Map.of(), value);
    }

    private static ConsumerRecord<byte[], byte[]> record(
            String contentType, Map<String, String> attributes, String value) {
        var read = new ConsumerRecord<byte[], byte[]>("t", 0, 0, null, value == null ? null : value.getBytes(UTF_8));
        read.headers().add("content-type", contentType.getBytes(UTF_8));
        attributes.forEach((name, text) -> {
            if (text != null) {
                read.headers().add("ce_" + name, text.getBytes(UTF_8));
            }
        });
        return read;
    }
}

package dev.foyer.base.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.text.TextKind;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What is wrong with an envelope, so that whoever wrote it knows what to do. Thread-safe. */
final class EnvelopeMistakes {

    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");
    private static final String HEADER = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    /** Shown: it can be no secret, and no text that does harm in a log. */
    private static final Pattern HARMLESS = Pattern.compile("[0-9A-Za-z.:+-]{1,40}");

    private EnvelopeMistakes() {}

    /** @throws Unacceptable of an event that could be read, though not everything is right with it */
    static void refuse(CloudEvent event, ConsumerRecord<byte[], byte[]> read) {
        if (event.getSpecVersion() != SpecVersion.V1) {
            throw version(event.getSpecVersion().toString());
        }
        refuseText("id", event.getId());
        refuseText("source", event.getSource().toString());
        refuseText("type", event.getType());
        if (event.getSubject() != null) {
            refuseControl("subject", event.getSubject());
        }
        if (contentType(read).startsWith("application/cloudevents")) {
            structured(read); // the library reads the first JSON value and nothing behind it
        }
    }

    private static void refuseText(String attribute, String value) {
        if (value.isBlank()) {
            throw new Unacceptable("The attribute " + attribute + " is empty; every event needs one.");
        }
        refuseControl(attribute, value);
    }

    private static void refuseControl(String attribute, String value) {
        if (!value.isEmpty() && !TextKind.OPAQUE.accepts(value)) {
            throw new Unacceptable("The attribute " + attribute + " is no Unicode text.");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new Unacceptable("The attribute " + attribute + " has control characters; it is one line of text.");
        }
    }

    /** Of a record that could not be read. */
    static Unacceptable of(ConsumerRecord<byte[], byte[]> read) {
        String contentType = contentType(read);
        if (contentType.startsWith("application/cloudevents-batch")) {
            return new Unacceptable("The content-type is a batch; write one event in each record.");
        }
        boolean structured = contentType.startsWith("application/cloudevents");
        try {
            Map<String, String> attributes = structured ? structured(read) : headers(read);
            return !structured && attributes.isEmpty()
                    ? new Unacceptable(
                            "The record is no CloudEvent 1.0: it has neither headers that begin with ce_ nor the"
                                    + " content-type application/cloudevents+json.")
                    : of(attributes, structured ? "" : " (header ce_");
        } catch (Unacceptable mistake) {
            return mistake;
        }
    }

    private static Unacceptable of(Map<String, String> attributes, String header) {
        for (String required : REQUIRED) {
            if (!attributes.containsKey(required)) {
                return new Unacceptable("The attribute " + required + (header.isEmpty() ? "" : header + required + ")")
                        + " is missing.");
            }
        }
        String version = attributes.get("specversion");
        if (!version.equals("1.0")) {
            return version(version);
        }
        if (attributes.containsKey("time") && !isTime(attributes.get("time"))) {
            return new Unacceptable("The attribute time is " + shown(attributes.get("time"))
                    + "; it must be a time of RFC 3339, such as 2026-11-26T10:15:30Z.");
        }
        if (!isUri(attributes.get("source"))) {
            return new Unacceptable("The attribute source is no URI reference; write one such as /hr/directory.");
        }
        return new Unacceptable("The record is no CloudEvent 1.0: its headers or its envelope cannot be read.");
    }

    private static Unacceptable version(String found) {
        return new Unacceptable("The attribute specversion is " + shown(found) + "; it must be 1.0.");
    }

    private static String shown(String value) {
        return HARMLESS.matcher(value).matches() ? value : "not readable";
    }

    private static boolean isTime(String value) {
        try {
            OffsetDateTime.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isUri(String value) {
        try {
            new URI(value);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> read) {
        Map<String, String> attributes = new HashMap<>();
        for (Header header : read.headers()) {
            if (header.key().startsWith(HEADER) && header.value() != null) {
                attributes.put(header.key().substring(HEADER.length()), new String(header.value(), UTF_8));
            }
        }
        return attributes;
    }

    private static Map<String, String> structured(ConsumerRecord<byte[], byte[]> read) {
        if (read.value() == null) {
            throw new Unacceptable("The record has no value; an event in structured mode is one.");
        }
        JsonNode envelope;
        try {
            envelope = CloudEventReader.JSON.readTree(read.value());
        } catch (JsonProcessingException e) {
            throw new Unacceptable("The envelope is not one JSON object with each field once.");
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory", e);
        }
        if (!envelope.isObject()) {
            throw new Unacceptable("The envelope is not one JSON object with each field once.");
        }
        Map<String, String> attributes = new HashMap<>();
        envelope.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                attributes.put(field.getKey(), field.getValue().asText());
            }
        });
        return attributes;
    }

    private static String contentType(ConsumerRecord<byte[], byte[]> read) {
        Header header = read.headers().lastHeader(CONTENT_TYPE);
        return header == null || header.value() == null
                ? ""
                : new String(header.value(), UTF_8).strip().toLowerCase(Locale.ROOT);
    }
}

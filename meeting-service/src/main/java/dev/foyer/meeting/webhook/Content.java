package dev.foyer.meeting.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body of a delivery: {@code type}, {@code timestamp} and {@code data} as the specification proposes, and whence it is. */
final class Content {

    /** The type of what the test button sends. */
    static final String TEST = "foyer.test";

    private static final JsonMapper JSON = Json.mapper().build();

    private Content() {}

    /** The same bytes for the same event. */
    static byte[] of(InboundEvent event, String tenant) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", event.type());
        body.put("timestamp", event.time().toString());
        body.put("id", event.id());
        body.put("source", event.envelope().source());
        body.put("tenant", tenant);
        if (event.subject() != null) {
            body.put("subject", event.subject());
        }
        if (event.sequence() != null) {
            body.put("sequence", event.sequence());
        }
        body.put("data", event.data());
        return bytes(body);
    }

    static byte[] ofTest(String tenant, String webhookId, Instant askedAt) {
        JsonNode data = JSON.createObjectNode().put("webhookId", webhookId).put("text", "This is a test.");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", TEST);
        body.put("timestamp", askedAt.toString());
        body.put("tenant", tenant);
        body.put("data", data);
        return bytes(body);
    }

    private static byte[] bytes(Map<String, Object> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written");
        }
    }
}

package dev.foyer.gateway.bridgeevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Json;
import dev.foyer.gateway.streams.Headers;
import dev.foyer.gateway.streams.Said;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a bridge is told, such as {@code ADMITTED}. Callers' numbers are left out: the bridge has them. */
final class CallEvents {

    /** Names are a contract, as are those of the public events. */
    private static final Map<String, String> NAMES = Map.of(
            "foyer.meeting.CallerWaiting.v1", "WAITING",
            "foyer.meeting.CallerAdmitted.v1", "ADMITTED",
            "foyer.meeting.CallersAdmitted.v1", "ADMITTED",
            "foyer.meeting.CallerRefused.v1", "REFUSED",
            "foyer.meeting.CallerBecameLeader.v1", "LEADER",
            "foyer.meeting.ParticipantLeft.v1", "LEFT",
            "foyer.meeting.MeetingStarted.v1", "MEETING_STARTED",
            "foyer.meeting.MeetingEnded.v1", "MEETING_ENDED");

    /** What a bridge has no use for, or has itself. */
    private static final List<String> LEFT_OUT = List.of("tenant", "from", "organizerId", "kind", "participantId");

    private static final JsonMapper JSON = Json.mapper().build();

    private CallEvents() {}

    /** Nothing when no bridge is told of it. */
    static Optional<Said> said(ConsumerRecord<byte[], byte[]> record) {
        String type = Headers.text(record, Headers.TYPE);
        String tenant = Headers.text(record, Headers.TENANT);
        String name = type == null ? null : NAMES.get(type);
        if (name == null || tenant == null || record.value() == null) {
            return Optional.empty();
        }
        try {
            return JSON.readTree(record.value()) instanceof ObjectNode data && !isOfAnApp(data)
                    ? Optional.of(new Said(tenant, name, name, told(data, record)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // of ours, or somebody's mischief: it must not stop the others
        }
    }

    private static boolean isOfAnApp(JsonNode data) {
        return data.path("kind").asText().equals("APP");
    }

    /**
     * With the event's own id, which is that of the topic and of a webhook, too: the stream's says how far this connection has come.
     * Who is admitted stands in a list, be it one leg or a whole lobby, and so does who is out when the meeting ends.
     */
    private static String told(ObjectNode data, ConsumerRecord<byte[], byte[]> record) throws IOException {
        ObjectNode told = data.deepCopy();
        told.remove(LEFT_OUT);
        if (data.has("participantId")) { // of a caller it is the id of the leg
            told.set("callId", data.get("participantId"));
        }
        if (data.has("leader")) {
            told.remove(List.of("callId", "leader"));
            told.putArray("calls").add(call(data));
        } else if (data.has("calls")) {
            ArrayNode calls = told.putArray("calls");
            data.get("calls").forEach(each -> calls.add(call(each)));
        }
        told.put("eventId", Headers.text(record, Headers.ID));
        told.put("sequence", Headers.text(record, Headers.SEQUENCE));
        return JSON.writeValueAsString(told);
    }

    private static ObjectNode call(JsonNode named) {
        ObjectNode call =
                JSON.createObjectNode().put("callId", named.path("callId").asText());
        return named.has("leader") ? call.put("leader", named.get("leader").asBoolean()) : call;
    }
}

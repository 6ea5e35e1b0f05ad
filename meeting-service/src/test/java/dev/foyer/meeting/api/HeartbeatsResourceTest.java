package dev.foyer.meeting.api;

import static dev.foyer.meeting.PinServiceTopics.enabled;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.meeting.Gateway;
import dev.foyer.meeting.MeetingEventsTopic;
import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers who never hang up, on a broker, where two seconds are a long silence. */
@QuarkusTest
@TestProfile(HeartbeatsResourceTest.Impatient.class)
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinServiceKeys.class)
@Tag("E5")
@Tag("E6")
class HeartbeatsResourceTest {

    /** Nobody waits for ten minutes here. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("foyer.meeting.call-silence", "2s");
        }
    }

    @Test
    void whoeverTheBridgeHasNotGotAnyMoreHasLeftAndTheEventSaysWhy() {
        String id = "6000001";
        enabled("u-silent", id);
        dial("bridge", id, "s-heard-once");
        dial("bridge", id, "s-never-heard");
        dial("bridge", id, "s-heard");
        dial("quiet-bridge", id, "s-exempt");
        beat("s-heard-once").statusCode(204);
        int notes = beats("s-heard");
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            beat("s-heard")
                    .statusCode(anyOf(equalTo(204), equalTo(503))); // on a busy machine; a bridge tries again, too
            List<String> found = MeetingEventsTopic.of(id);
            return found.contains("ParticipantLeft s-heard-once") && found.contains("ParticipantLeft s-never-heard");
        });
        List<String> found = MeetingEventsTopic.of(id);
        assertFalse(found.contains("ParticipantLeft s-heard"), found::toString);
        assertFalse(found.contains("ParticipantLeft s-exempt"), found::toString);
        for (InboundEvent event : MeetingEventsTopic.events(id)) {
            JsonNode reason = event.data().path("reason");
            assertEquals(event.type().contains("ParticipantLeft") ? "SILENT" : "", reason.asText());
        }
        beat("s-heard-once").statusCode(404).body("type", equalTo("/problems/call-not-found"));
        beat("s-nobody").statusCode(404);
        int noted = beats("s-heard") - notes;
        assertEquals(true, noted > 0 && noted < 40, () -> noted + " records of hundreds of heartbeats");
    }

    private static void dial(String account, String conferenceId, String callId) {
        Gateway.request("contoso.com", "bridge", account)
                .body(Map.of("callId", callId))
                .post("/internal/v1/tenants/contoso.com/meetings/{id}/calls", conferenceId)
                .then()
                .statusCode(200)
                .body("state", equalTo("LOBBY"));
    }

    private static ValidatableResponse beat(String callId) {
        return Gateway.request("contoso.com", "bridge", "bridge")
                .post("/internal/v1/tenants/contoso.com/meetings/calls/{call}/heartbeat", callId)
                .then();
    }

    private static int beats(String callId) {
        return (int) TopicContents.records(BrokerResource.broker(), "meeting.journal").stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals("call:contoso.com/" + callId))
                .filter(record -> new String(record.headers().lastHeader("type").value(), StandardCharsets.UTF_8)
                        .equals("LegAlive"))
                .count();
    }
}

package dev.foyer.gateway.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A caller whose organizer is gone must not learn so from the answer to a PIN. No service answers here, and that is the
 * proof: whoever would be answered without pin-service would be answered otherwise.
 */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class DesertedCallsTest {

    @Inject
    ReadModel index;

    @Test
    @Tag("B3")
    void pinServiceIsAskedWhetherTheOrganizerIsThereOrNot() {
        Awaitility.await().until(() -> index.isCaughtUp());
        List<Position> positions = new ArrayList<>();
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            for (String id : List.of("3000001", "3000002", "3000003", "3000004")) {
                positions.add(events.send(
                        "meeting.events",
                        "foyer.meeting.MeetingScheduled.v1",
                        with(id, Map.of("organizerId", "u-" + id, "personal", true, "startWithoutPin", false))));
                positions.add(events.send(
                        "meeting.events",
                        "foyer.meeting.CallerWaiting.v1",
                        with(id, Map.of("callId", "call-" + id, "since", "2026-11-22T10:00:00Z"))));
            }
            positions.add(events.send(
                    "meeting.events",
                    "foyer.meeting.ParticipantLeft.v1",
                    with(
                            "3000003",
                            Map.of("participantId", "call-3000003", "kind", "CALLER", "at", "2026-11-22T10:01:00Z"))));
            for (String id : List.of("3000002", "3000003", "3000004")) {
                positions.add(events.send(
                        "meeting.events",
                        "foyer.meeting.MeetingEnded.v1",
                        with(id, Map.of("reason", "CLOSED", "at", "2026-11-22T10:02:00Z"))));
                positions.add(events.send(
                        "meeting.events",
                        "foyer.meeting.MeetingClosed.v1",
                        with(id, Map.of("at", "2026-11-22T10:01:59Z"))));
            }
            positions.add(events.provisioned("contoso.com", "u-3000004", "moved@contoso.com", "Has Moved"));
            positions.add(events.enabled("contoso.com", "u-3000004", "3000005", "n-moved"));
        }
        assertTrue(index.passed(positions, Duration.ofSeconds(10)));

        Response there = pin("call-3000001");
        Response gone = pin("call-3000002");
        assertEquals(503, there.statusCode());
        assertEquals(there.statusCode(), gone.statusCode());
        assertEquals(there.body().asString(), gone.body().asString());
        assertEquals(404, pin("call-3000003").statusCode(), "who hung up is gone, whoever the organizer is");
        assertEquals(404, pin("call-3000004").statusCode(), "a conference that moved is over");
    }

    private static Map<String, Object> with(String conferenceId, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("tenant", "contoso.com");
        data.put("conferenceId", conferenceId);
        return data;
    }

    private static Response pin(String callId) {
        return given().auth()
                .preemptive()
                .basic("bridge", Gateway.PASSWORD)
                .contentType("application/json")
                .body(Map.of("pin", "48213"))
                .post("/api/v1/bridge/calls/" + callId + "/organizer-pin");
    }
}

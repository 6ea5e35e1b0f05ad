package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Json;
import dev.foyer.base.Position;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings as they are scheduled over REST. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class MeetingsApiTest {

    private static final String MEETINGS = "/api/v1/meetings";
    private static final Answer SCHEDULED = Answer.json(201, "{\"conferenceId\": \"918273645\"}");

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.meeting-service-url")
    URI meetingService;

    private StandIn service;

    @BeforeEach
    void listen() throws IOException {
        Api.amosIsThere(index);
        service = new StandIn(meetingService.getPort())
                .at("meeting.events-0@-1")
                .onceReachedBy(() -> as("admin").delete("/api/v1/webhooks/w-0"))
                .alwaysAnswers(SCHEDULED);
    }

    @AfterEach
    void close() {
        service.close();
    }

    /** What of the organizer holds is not asked again for each meeting; who says it of one has the last word. */
    @ParameterizedTest
    @CsvSource({
        "u-asks, , false",
        "u-open, , true",
        "U-OPEN@contoso.com, , true",
        "u-open, false, false",
        "u-asks, true, true",
        "u-17, , false"
    })
    @Tag("E1")
    void callersStartTheMeetingsOfWhoAllowsIt(String organizer, Boolean said, boolean starts) throws IOException {
        enabled("u-asks", false);
        enabled("u-open", true);
        Map<String, Object> body =
                said == null ? Map.of("organizer", organizer) : Map.of("organizer", organizer, "startWithoutPin", said);
        schedule(null, body).statusCode(201).body("startWithoutPin", equalTo(starts));
        String asked = service.asked().getLast().body();
        assertEquals(
                starts,
                Json.mapper().build().readTree(asked).path("startWithoutPin").asBoolean(),
                asked);
    }

    @Test
    @Tag("E1")
    @Tag("F")
    @Tag("case-L9")
    void aRepetitionSaysWhatTheMeetingWasScheduledWith() {
        Map<String, Object> body = Map.of("organizer", "u-changes", "subject", "Weekly");
        service.alwaysAnswers(Answer.json(201, "{\"conferenceId\": \"918273646\"}"));
        enabled("u-changes", true);
        schedule("kept", body).statusCode(201).body("startWithoutPin", equalTo(true));
        shown("meeting.events", "foyer.meeting.MeetingScheduled.v1", scheduled("u-changes", true));
        enabled("u-changes", false);
        schedule("kept", body).statusCode(201).body("startWithoutPin", equalTo(true));
    }

    private static Map<String, Object> scheduled(String organizer, boolean startWithoutPin) {
        return Map.of(
                "tenant",
                "contoso.com",
                "conferenceId",
                "918273646",
                "organizerId",
                organizer,
                "personal",
                false,
                "startWithoutPin",
                startWithoutPin);
    }

    private static ValidatableResponse schedule(String key, Map<String, Object> body) {
        var request = as("admin").contentType("application/json").body(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post(MEETINGS).then();
    }

    private void enabled(String userId, boolean allowed) {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            shown(events.provisioned("contoso.com", userId, userId + "@contoso.com", "Somebody"));
        }
        shown(
                "pin.events",
                "foyer.pin.UserEnabled.v1",
                Map.of(
                        "tenant",
                        "contoso.com",
                        "userId",
                        userId,
                        "conferenceId",
                        "473" + Math.floorMod(userId.hashCode(), 10_000),
                        "allowPstnOnlyMeetings",
                        allowed,
                        "pinSetAt",
                        "2026-11-22T10:15:30Z",
                        "pinSetBy",
                        "admin"));
    }

    private void shown(String topic, String type, Map<String, ?> data) {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            shown(events.send(topic, type, data));
        }
    }

    private void shown(Position position) {
        assertTrue(index.passed(List.of(position), Duration.ofSeconds(10)));
    }
}

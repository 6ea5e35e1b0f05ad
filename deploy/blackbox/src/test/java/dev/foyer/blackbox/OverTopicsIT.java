package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.local.http.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant that says and hears everything over its topics: a directory, a bridge and a client app without one request. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
class OverTopicsIT {

    private static final String BRIDGE = "in.contoso.com.bridge";
    private static final String ORGANIZER = "in.contoso.com.organizer";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static BlackBox foyer;
    private static Api auditor;

    @BeforeAll
    static void start(SharedFoyer shared) {
        foyer = shared.foyer();
        auditor = foyer.cast().auditor();
    }

    @Test
    @Tag("E2")
    @Tag("E3")
    @Tag("E4")
    @Tag("E5")
    void aWholeMeetingWithoutOneRequest() {
        Topics contoso = foyer.topics();
        contoso.say("in.contoso.com.directory", "over-topics", "foyer.directory.UserProvisioned.v1", """
                {"userId":"over-topics","userPrincipalName":"over-topics@contoso.com","displayName":"Over Topics",
                 "primarySmtpAddress":"over-topics@contoso.com"}""");
        contoso.say("in.contoso.com.directory", "over-topics", "foyer.directory.LicenseAssigned.v1", """
                {"userId":"over-topics"}""");
        String id = awaited("pin.UserEnabled", "userId", "over-topics")
                .path("conferenceId")
                .asText();
        arrives("over-1", id);
        arrives("over-2", id);
        awaited("meeting.CallerWaiting", "callId", "over-1");
        awaited("meeting.CallerWaiting", "callId", "over-2");
        assertEquals(List.of(), events("meeting.CallersAdmitted", "conferenceId", id));

        contoso.say(ORGANIZER, id, "foyer.organizer.OrganizerVerified.v1", """
                {"conferenceId":"%s","userId":"over-topics","callId":"over-2"}""".formatted(id));
        JsonNode calls = awaited("meeting.CallersAdmitted", "conferenceId", id).path("calls");
        assertEquals(
                Map.of("over-1", false, "over-2", true),
                StreamSupport.stream(calls.spliterator(), false)
                        .collect(Collectors.toMap(
                                call -> call.path("callId").asText(),
                                call -> call.path("leader").asBoolean())));
        contoso.say(ORGANIZER, id, "foyer.organizer.ParticipantJoined.v1", """
                {"conferenceId":"%s","participantId":"over-app"}""".formatted(id));
        awaited("meeting.ParticipantJoined", "participantId", "over-app");

        contoso.say(ORGANIZER, id, "foyer.organizer.ParticipantLeft.v1", """
                {"conferenceId":"%s","participantId":"over-app"}""".formatted(id));
        leaves("over-1");
        leaves("over-2");
        assertEquals(
                "LAST_LEFT",
                awaited("meeting.MeetingEnded", "conferenceId", id)
                        .path("reason")
                        .asText());
        assertEquals(
                1,
                events("meeting.CallersAdmitted", "conferenceId", id).stream()
                        .distinct()
                        .count());
    }

    /** Who guesses over a topic is counted where all are counted, and seen; the tenant's systems do not see the number. */
    @Test
    @Tag("G2")
    void unknownConferenceIdsAreRefusedAndCounted() {
        for (int i = 0; i < 15; i++) {
            foyer.topics().say(BRIDGE, "guess-" + i, "foyer.bridge.CallerArrived.v1", """
                    {"callId":"guess-%d","conferenceId":"%d","from":"+12065550155"}""".formatted(i, 3_000_000 + i));
        }
        for (int i = 0; i < 15; i++) {
            JsonNode refused = awaited("meeting.CallerRefused", "callId", "guess-" + i);
            assertEquals("UNKNOWN_CONFERENCE", refused.path("reason").asText());
            assertFalse(refused.path("from").asText().contains("2065550155"), refused::toString);
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> StreamSupport.stream(
                                auditor.get("/api/v1/scans").at("items").spliterator(), false)
                        .anyMatch(scan -> scan.path("caller").asText().endsWith("55")
                                && scan.path("unknownConferenceIds").asInt() >= 10));
        foyer.cast().admin().get("/api/v1/scans").at("items").forEach(scan -> {
            if (scan.path("caller").asText().endsWith("55")) {
                foyer.cast()
                        .admin()
                        .delete("/api/v1/scans/" + scan.get("source").asText());
            }
        });
    }

    @Test
    @Tag("F")
    void onlyTheTenantWritesItsTopics() {
        Topics fabrikam = foyer.topicsOf("fabrikam.com");
        for (String topic : List.of(BRIDGE, ORGANIZER)) {
            Throwable refused = assertThrows(
                    IllegalStateException.class,
                    () -> fabrikam.say(topic, "c-1", "foyer.bridge.CallerLeft.v1", "{\"callId\":\"c-1\"}"));
            assertEquals(TopicAuthorizationException.class, refused.getCause().getClass());
        }
    }

    private static void arrives(String callId, String conferenceId) {
        foyer.topics().say(BRIDGE, callId, "foyer.bridge.CallerArrived.v1", """
                {"callId":"%s","conferenceId":"%s"}""".formatted(callId, conferenceId));
    }

    private static void leaves(String callId) {
        foyer.topics().say(BRIDGE, callId, "foyer.bridge.CallerLeft.v1", """
                {"callId":"%s"}""".formatted(callId));
    }

    private static JsonNode awaited(String type, String field, String value) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> events(type, field, value), found -> !found.isEmpty())
                .getFirst();
    }

    /** As contoso.com's own systems read them. */
    private static List<JsonNode> events(String type, String field, String value) {
        Topics contoso = new Topics(foyer.connection("contoso.com"), foyer.connection("contoso.com"));
        return contoso.committed("out.contoso.com.events").stream()
                .filter(event -> Records.header(event, "ce_type").equals("foyer." + type + ".v1"))
                .map(OverTopicsIT::json)
                .filter(data -> data.path(field).asText().equals(value))
                .toList();
    }

    private static JsonNode json(ConsumerRecord<byte[], byte[]> event) {
        try {
            return JSON.readTree(event.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.http.Answer;
import dev.foyer.local.process.Component;
import dev.foyer.testing.EventStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who wait for a minute, and a thousand of them, through kills of meeting-service; too long for every build. */
@Tag("long")
class WaitingCallersIT {

    private static final int CALLERS = 1_000;
    private static final int AT_ONCE = 16;
    private static final String ENDED = "foyer.meeting.MeetingEnded.v1";
    private static final String LEFT = "foyer.meeting.ParticipantLeft.v1";
    private static final List<String> TOLD =
            List.of("foyer.meeting.CallerAdmitted.v1", "foyer.meeting.CallersAdmitted.v1", ENDED);
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer(
            "", Map.of("FOYER_WEBHOOKS_ALLOW_HTTP", "true", "FOYER_WEBHOOKS_ALLOWED_ADDRESSES", "127.0.0.0/8"));

    /** Once by an event and once by a mail, although meeting-service was killed while they waited. */
    @Test
    @Tag("E7")
    void theOrganizerIsToldThatSomebodyHasBeenWaiting() throws IOException {
        Cast cast = OWN.foyer().cast();
        // Another test may have chosen a minute of silence, after which these would have left when the organizer is
        // told.
        expect(200, cast.admin().patch("/api/v1/settings", Map.of("organizerAlertMinutes", 1, "callSilence", 60)));
        Organizer organizer = enabled("alerted");
        soon().until(() ->
                dial(organizer.conferenceId(), "waits-1").text("state").equals("LOBBY"));
        dial(organizer.conferenceId(), "waits-2");
        OWN.foyer().crash(Component.MEETING_SERVICE);
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> !waitingMails(organizer).isEmpty());

        List<JsonNode> alerts = events("meeting.events", "foyer.meeting.OrganizerAlerted.v1", organizer.conferenceId());
        assertEquals(1, alerts.size());
        assertEquals(2, alerts.getFirst().path("waiting").asInt());
        List<JsonNode> copies =
                events("out.contoso.com.events", "foyer.meeting.OrganizerAlerted.v1", organizer.conferenceId());
        assertEquals(alerts, copies);
        assertEquals(1, waitingMails(organizer).size());
        String text = waitingMails(organizer).getFirst().path("text").asText();
        assertTrue(text.contains("Callers waiting") && text.contains("Waiting since"), text);
        assertTrue(text.replace(" ", "").contains(organizer.conferenceId()), text);
        assertFalse(text.contains(organizer.pin()), "The PIN is in the mail");
        JsonNode ledger = cast.admin()
                .get("/api/v1/notifications?user=" + organizer.userId())
                .at("items");
        assertTrue(ledger.findValuesAsText("kind").contains("SOMEBODY_WAITS"), () -> "Not in the ledger: " + ledger);
    }

    /** By that and no other, although meeting-service was killed meanwhile and has to read what it is. */
    @Test
    @Tag("E6")
    void aSilentCallHasLeftAfterTheTimeThatItsTenantHasChosen() throws IOException {
        Cast cast = OWN.foyer().cast();
        expect(200, cast.admin().patch("/api/v1/settings", Map.of("callSilence", 1)));
        String conferenceId = enabled("silenced").conferenceId();
        soon().until(() -> dial(conferenceId, "silent").text("state").equals("LOBBY"));
        Instant before = Instant.now();
        expect(204, cast.bridge().post("/api/v1/bridge/calls/silent/heartbeat", Map.of()));
        OWN.foyer().crash(Component.MEETING_SERVICE);
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> !events("meeting.events", LEFT, conferenceId).isEmpty());
        JsonNode left = events("meeting.events", LEFT, conferenceId).getFirst();
        assertEquals("SILENT", left.path("reason").asText());
        Duration silent = Duration.between(before, Instant.parse(left.path("at").asText()));
        assertTrue(silent.compareTo(Duration.ofMinutes(1)) >= 0, silent::toString);
    }

    /**
     * Each leg is let in once, on each channel by which a bridge may hear of it, and nothing more comes before the end of the meeting,
     * which is told behind it.
     *
     * @param before whether the service is dead when the PIN proves right, so that it is surely between that and the release that it
     *     dies; else it is killed as soon as the PIN has proved right, whatever it does then
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Tag("E2")
    @Tag("F")
    @Tag("H2")
    void aThousandAreLetInOnceThoughTheServiceIsKilledInBetween(boolean before) throws Exception {
        Organizer organizer = enabled("thousand-" + before);
        try (ExecutorService bridge = Executors.newFixedThreadPool(AT_ONCE);
                HookReceiver receiver = new HookReceiver();
                EventStream stream = listening()) {
            expect(
                    201,
                    OWN.foyer().cast().admin().post("/api/v1/webhooks", Map.of("url", receiver.url(), "types", TOLD)));
            List<Future<Answer>> dialled = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                String callId = leg(before, i);
                dialled.add(bridge.submit(() -> dial(organizer.conferenceId(), callId)));
            }
            for (Future<Answer> each : dialled) {
                assertEquals("LOBBY", each.get().text("state"));
            }
            int verified = verified();
            if (before) {
                OWN.foyer().kill(Component.MEETING_SERVICE);
            }
            bridge.submit(() -> OWN.foyer()
                    .cast()
                    .bridge()
                    .post("/api/v1/bridge/calls/" + leg(before, 7) + "/organizer-pin", Map.of("pin", organizer.pin())));
            soon().pollInterval(Duration.ofMillis(5)).until(() -> verified() > verified);
            if (!before) {
                OWN.foyer().kill(Component.MEETING_SERVICE);
            } else {
                assertEquals(Map.of(), admissions("meeting.events", organizer.conferenceId()));
            }
            OWN.foyer().restart(Component.MEETING_SERVICE);
            soon().untilAsserted(() -> assertEquals(
                    CALLERS,
                    admissions("meeting.events", organizer.conferenceId()).size()));
            soon().until(() -> OWN.foyer()
                            .cast()
                            .admin()
                            .post("/api/v1/meetings/" + organizer.conferenceId() + "/end", Map.of())
                            .status()
                    == 204);
            for (String channel : List.of("meeting.events", "out.contoso.com.events")) {
                soon().until(() ->
                        !events(channel, ENDED, organizer.conferenceId()).isEmpty());
                Map<String, Integer> admissions = admissions(channel, organizer.conferenceId());
                assertEquals(CALLERS, admissions.size());
                admissions.forEach((callId, count) -> assertEquals(1, count, callId + " in " + channel));
            }
            soon().until(() ->
                    stream.heard().stream().anyMatch(one -> one.name().equals("MEETING_ENDED")));
            soon().until(() -> !receiver.got("MeetingEnded").isEmpty());
            soon().untilAsserted(() -> assertEquals(CALLERS, new HashSet<>(receiver.admitted()).size()));
            assertEquals(CALLERS, heard(stream).size(), "each once to who listens");
            assertEquals(CALLERS, new HashSet<>(heard(stream)).size());
            assertEquals(CALLERS, receiver.admitted().size(), "each by one event, however often that came");
        }
    }

    private static String leg(boolean before, int number) {
        return "leg-" + before + "-" + number;
    }

    /** How many PINs have proved right. */
    private static int verified() {
        return OWN.foyer().topics().committed("organizer.verified").size();
    }

    private static EventStream listening() {
        return EventStream.of(
                URI.create(OWN.foyer().ports().http(Endpoint.GATEWAY) + "/api/v1/bridge/events"),
                "bridge",
                OWN.foyer().account("bridge").password(),
                null);
    }

    /** The legs that were let in, one or many by an event. */
    private static List<String> heard(EventStream stream) {
        return stream.heard().stream()
                .filter(one -> one.name().equals("ADMITTED"))
                .flatMap(one -> json(one.data()).findValuesAsText("callId").stream())
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> admissions(String topic, String conferenceId) throws IOException {
        Map<String, Integer> admissions = new HashMap<>();
        for (JsonNode one : events(topic, "foyer.meeting.CallerAdmitted.v1", conferenceId)) {
            admissions.merge(one.path("callId").asText(), 1, Integer::sum);
        }
        for (JsonNode many : events(topic, "foyer.meeting.CallersAdmitted.v1", conferenceId)) {
            many.path("calls")
                    .forEach(call -> admissions.merge(call.path("callId").asText(), 1, Integer::sum));
        }
        return admissions;
    }

    private static List<JsonNode> events(String topic, String type, String conferenceId) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> event : OWN.foyer().topics().committed(topic)) {
            if (Records.type(event).equals(type) && Records.key(event).equals(conferenceId)) {
                found.add(JSON.readTree(event.value()));
            }
        }
        return found;
    }

    private static List<JsonNode> waitingMails(Organizer organizer) {
        return OWN.foyer().cast().mails().to(organizer.address()).stream()
                .filter(mail -> mail.path("subject").asText().equals("Somebody is waiting in your meeting"))
                .toList();
    }

    private record Organizer(String userId, String address, String conferenceId, String pin) {}

    private static Organizer enabled(String userId) {
        Cast cast = OWN.foyer().cast();
        String address = userId + "@contoso.com";
        expect(
                201,
                cast.admin()
                        .put(
                                "/api/v1/users/" + userId,
                                Map.of(
                                        "userPrincipalName", address,
                                        "displayName", userId,
                                        "primarySmtpAddress", address)));
        Answer enabled = expect(201, cast.admin().post("/api/v1/users/" + userId + "/conferencing", Map.of()));
        return new Organizer(userId, address, enabled.text("conferenceId"), enabled.text("pin"));
    }

    private static Answer dial(String conferenceId, String callId) {
        return expect(
                200,
                OWN.foyer()
                        .cast()
                        .bridge()
                        .post("/api/v1/bridge/calls", Map.of("callId", callId, "conferenceId", conferenceId)));
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(90)).ignoreExceptions();
    }

    private static Answer expect(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        return answer;
    }
}

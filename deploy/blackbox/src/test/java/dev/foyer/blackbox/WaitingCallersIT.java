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

/** Callers who wait for a minute, and a thousand of them, through kills of meeting-service; too long for every build. */
@Tag("long")
class WaitingCallersIT {

    private static final int CALLERS = 1_000;
    private static final int AT_ONCE = 16;
    private static final List<String> ADMISSIONS =
            List.of("foyer.meeting.CallerAdmitted.v1", "foyer.meeting.CallersAdmitted.v1");
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer(
            "", Map.of("FOYER_WEBHOOKS_ALLOW_HTTP", "true", "FOYER_WEBHOOKS_ALLOWED_ADDRESSES", "127.0.0.0/8"));

    /** Once by an event and once by a mail, although meeting-service was killed while they waited. */
    @Test
    @Tag("E7")
    void theOrganizerIsToldThatSomebodyHasBeenWaiting() throws IOException {
        Cast cast = OWN.foyer().cast();
        expect(200, cast.admin().patch("/api/v1/settings", Map.of("organizerAlertMinutes", 1)));
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

    /**
     * The service is killed as soon as the PIN has proved right: whatever it was doing then, each leg is let in once, on each channel by
     * which a bridge may hear of it.
     */
    @Test
    @Tag("E2")
    @Tag("F")
    @Tag("H2")
    void aThousandAreLetInOnceThoughTheServiceIsKilledInBetween() throws Exception {
        Organizer organizer = enabled("thousand");
        try (ExecutorService bridge = Executors.newFixedThreadPool(AT_ONCE);
                HookReceiver receiver = new HookReceiver();
                EventStream stream = listening()) {
            expect(
                    201,
                    OWN.foyer()
                            .cast()
                            .admin()
                            .post("/api/v1/webhooks", Map.of("url", receiver.url(), "types", ADMISSIONS)));
            List<Future<Answer>> dialled = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                String callId = "leg-" + i;
                dialled.add(bridge.submit(() -> dial(organizer.conferenceId(), callId)));
            }
            for (Future<Answer> each : dialled) {
                assertEquals("LOBBY", each.get().text("state"));
            }
            bridge.submit(() -> OWN.foyer()
                    .cast()
                    .bridge()
                    .post("/api/v1/bridge/calls/leg-7/organizer-pin", Map.of("pin", organizer.pin())));
            soon().pollInterval(Duration.ofMillis(5))
                    .until(() -> !OWN.foyer()
                            .topics()
                            .committed("organizer.verified")
                            .isEmpty());
            OWN.foyer().crash(Component.MEETING_SERVICE);
            for (String channel : List.of("meeting.events", "out.contoso.com.events")) {
                soon().untilAsserted(() -> assertEquals(
                        CALLERS, admissions(channel, organizer.conferenceId()).size()));
                admissions(channel, organizer.conferenceId())
                        .forEach((callId, count) -> assertEquals(1, count, callId + " in " + channel));
            }
            soon().untilAsserted(() -> assertEquals(CALLERS, new HashSet<>(heard(stream)).size()));
            soon().untilAsserted(() -> assertEquals(CALLERS, new HashSet<>(receiver.admitted()).size()));
            assertEquals(CALLERS, heard(stream).size(), "each once to who listens");
            assertEquals(CALLERS, receiver.admitted().size(), "each by one event, however often that came");
        }
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

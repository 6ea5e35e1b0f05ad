package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.asyncapi.Described;
import dev.foyer.local.demo.Story;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.secrets.Account;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The story of {@code ./foyer demo}, and what the topics and a second start say about it. In order, on one Foyer. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {

    private static final String AMOS = "/api/v1/users/amos.marble@contoso.com";

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    @Test
    @Order(1)
    void theMainJobIsAsPromised() {
        assertPlays();
    }

    @Test
    @Order(3)
    @Tag("E2")
    void eachCallLegWasAdmittedAtMostOnce() throws IOException {
        Map<String, Integer> admissions = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> event : OWN.foyer().topics().committed("meeting.events")) {
            if (Records.type(event).equals("foyer.meeting.CallerAdmitted.v1")) {
                JsonNode data = new ObjectMapper().readTree(event.value());
                admissions.merge(data.path("callId").asText(), 1, Integer::sum);
            } else if (Records.type(event).equals("foyer.meeting.CallersAdmitted.v1")) {
                new ObjectMapper()
                        .readTree(event.value())
                        .path("calls")
                        .forEach(call -> admissions.merge(call.path("callId").asText(), 1, Integer::sum));
            }
        }
        assertFalse(admissions.isEmpty());
        admissions.forEach((callId, count) -> assertEquals(1, count, callId));
    }

    @Test
    @Order(4)
    @Tag("F")
    void everyPublishedRecordIsAsTheAsyncApiDocumentSays() throws IOException {
        Described described = Described.committed();
        for (String topic : described.topics()) {
            for (ConsumerRecord<byte[], byte[]> record : OWN.foyer().topics().committed(topic)) {
                assertEquals(List.of(), described.problems(record), topic);
                assertEquals(Records.header(record, "ce_subject"), Records.key(record), topic);
            }
        }
        assertFalse(OWN.foyer().topics().committed("pin.events").isEmpty());
    }

    @Test
    @Order(7)
    @Tag("long")
    void aSecondStartFindsAllDataAndTheMainJobGoesOn() {
        Answer before = OWN.foyer().cast().admin().get(AMOS);
        Answer settings = OWN.foyer().cast().admin().get("/api/v1/settings");

        OWN.stopAndStart();

        assertEquals(before.body(), OWN.foyer().cast().admin().get(AMOS).body());
        assertEquals(
                settings.body(),
                OWN.foyer().cast().admin().get("/api/v1/settings").body());
        assertPlays();
    }

    /** A lockout must not become a denial of service. */
    @Test
    @Order(5)
    @Tag("B5")
    void aLockedOrganizersMeetingStartsFromAClientApp() {
        String conferenceId = conferenceIdOfAmos();
        assertEquals(204, admin().post(AMOS + "/pin/lock", Map.of()).status());
        dial("locked-1", conferenceId);
        String meeting = "/api/v1/meetings/" + conferenceId;
        Map<String, String> amos = Map.of("participantId", "amos-1", "displayName", "Amos");
        assertEquals(
                200,
                OWN.foyer().cast().app().post(meeting + "/participants", amos).status());
        assertEquals("RUNNING", admin().get(meeting).text("phase"));
        assertEquals(
                "JOINED",
                OWN.foyer().cast().bridge().get("/api/v1/bridge/calls/locked-1").text("state"));
        assertEquals(204, admin().post(meeting + "/end", Map.of()).status());
        assertEquals(204, admin().post(AMOS + "/pin/unlock", Map.of()).status());
    }

    @Test
    @Order(6)
    @Tag("A7")
    void aRightPinIsNoLogin() {
        String conferenceId = conferenceIdOfAmos();
        String pin = admin().post(AMOS + "/pin/reset", Map.of()).text("pin");
        dial("no-login-1", conferenceId);
        Answer answer =
                OWN.foyer().cast().bridge().post("/api/v1/bridge/calls/no-login-1/organizer-pin", Map.of("pin", pin));
        assertEquals(
                "{\"state\":\"JOINED\",\"leader\":true,\"announcements\":\"USE_NAMES\",\"nameRecording\":true}",
                answer.body().toString());
        assertTrue(answer.headers().allValues("Set-Cookie").isEmpty());
        URI gateway = OWN.foyer().ports().http(Endpoint.GATEWAY);
        for (String name : List.of("amos.marble@contoso.com", "u-amos")) {
            assertEquals(
                    401,
                    Api.as(new Account(name, null, List.of(), null, pin), gateway)
                            .get(AMOS)
                            .status());
        }
        assertEquals(
                204,
                OWN.foyer()
                        .cast()
                        .bridge()
                        .delete("/api/v1/bridge/calls/no-login-1")
                        .status());
    }

    private static Api admin() {
        return OWN.foyer().cast().admin();
    }

    private static String conferenceIdOfAmos() {
        return admin().get(AMOS).text("conferencing.conferenceId");
    }

    private static void dial(String callId, String conferenceId) {
        Answer answer = OWN.foyer()
                .cast()
                .bridge()
                .post("/api/v1/bridge/calls", Map.of("callId", callId, "conferenceId", conferenceId));
        assertEquals("LOBBY", answer.text("state"), answer::toString);
    }

    private static void assertPlays() {
        List<String> said = new ArrayList<>();
        assertTrue(new Story(said::add).play(OWN.foyer().cast()), () -> String.join("\n", said));
        said.forEach(System.out::println);
    }
}

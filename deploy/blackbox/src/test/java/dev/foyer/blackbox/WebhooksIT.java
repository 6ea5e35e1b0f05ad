package dev.foyer.blackbox;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.blackbox.HookReceiver.Got;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import dev.foyer.local.load.People;
import dev.foyer.local.process.Component;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole meeting, told to a receiver by packaged services, with kill -9 in the middle. */
@Tag("long")
class WebhooksIT {

    private static final int CALLERS = 60;
    /** So many are under way at once: whose outcome is not recorded at a kill comes twice. */
    private static final int UNDER_WAY = 16;

    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final List<String> TYPES = List.of(
            "foyer.meeting.CallerWaiting.v1",
            "foyer.meeting.CallerAdmitted.v1",
            "foyer.meeting.CallersAdmitted.v1",
            "foyer.meeting.MeetingStarted.v1",
            "foyer.meeting.MeetingEnded.v1",
            "foyer.meeting.WebhookSecretRotated.v1");

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer(
            "", Map.of("FOYER_WEBHOOKS_ALLOW_HTTP", "true", "FOYER_WEBHOOKS_ALLOWED_ADDRESSES", "127.0.0.0/8"));

    private static HookReceiver receiver;

    @BeforeAll
    static void listen() throws Exception {
        receiver = new HookReceiver();
    }

    @AfterAll
    static void close() {
        receiver.close();
    }

    @Test
    @Tag("H1")
    @Tag("H2")
    void eachAdmissionOfAMeetingIsToldOnceThroughAKill() throws Exception {
        Cast cast = OWN.foyer().cast();
        Answer made =
                cast.admin().post(WEBHOOKS, Map.of("url", receiver.url(), "types", TYPES, "description", "Bridge"));
        assertEquals(201, made.status(), made::toString);
        String secret = made.text("secret");
        String webhook = WEBHOOKS + "/" + made.text("id");
        String conferenceId = lobby(cast);

        assertEquals(
                200, cast.app().post(participants(conferenceId), participant()).status());
        OWN.foyer().crash(Component.MEETING_SERVICE);
        await().until(() ->
                receiver.admitted().size() >= CALLERS && ids("CallerWaiting").size() == CALLERS);
        assertEquals(
                204,
                cast.admin()
                        .post("/api/v1/meetings/" + conferenceId + "/end", Map.of())
                        .status());
        await().until(() -> !receiver.got("MeetingEnded").isEmpty());

        assertEquals(CALLERS, receiver.admitted().size(), "each leg is admitted by one event, however often that came");
        assertEquals(CALLERS, new HashSet<>(receiver.admitted()).size());
        assertEquals(CALLERS, ids("CallerWaiting").size());
        assertEquals(1, ids("MeetingStarted").size());
        Set<String> all = receiver.got().stream().map(Got::id).collect(toSet());
        int twice = receiver.got().size() - all.size();
        assertTrue(twice <= 2 * UNDER_WAY, twice + " came twice");
        for (Got one : receiver.got()) {
            assertTrue(one.isSignedWith(secret), one.type());
        }
        await().until(() -> cast.auditor()
                        .get(webhook + "/deliveries?status=DELIVERED")
                        .at("total")
                        .asInt()
                == all.size());
        redeliver(cast, webhook);
        rotate(cast, webhook, secret);
        listsAreWithoutSecrets(cast, secret);
        journalsAreWhole();
    }

    private static String lobby(Cast cast) {
        var organizer = People.contoso().getFirst();
        cast.admin().put("/api/v1/users/" + organizer.userId(), organizer.toBody());
        String conferenceId = cast.admin()
                .post("/api/v1/meetings", Map.of("organizer", organizer.userId()))
                .text("conferenceId");
        for (int n = 0; n < CALLERS; n++) {
            if (n == CALLERS / 2) {
                OWN.foyer().crash(Component.MEETING_SERVICE);
            }
            Answer waits = cast.bridge()
                    .post("/api/v1/bridge/calls", Map.of("callId", "c-" + n, "conferenceId", conferenceId));
            assertEquals("LOBBY", waits.text("state"), waits::toString);
        }
        return conferenceId;
    }

    private static void redeliver(Cast cast, String webhook) {
        Got one = receiver.got("MeetingStarted").getFirst();
        int before = receiver.got("MeetingStarted").size();
        Answer asked = cast.admin().post(webhook + "/deliveries/" + one.id() + "/redeliver", Map.of());
        assertEquals(202, asked.status(), asked::toString);
        await().until(() -> receiver.got("MeetingStarted").size() == before + 1);
        Got again = receiver.got("MeetingStarted").getLast();
        assertEquals(one.id(), again.id());
        assertEquals(one.text(), again.text());
    }

    private static void rotate(Cast cast, String webhook, String secret) throws Exception {
        Answer rotated = cast.admin().post(webhook + "/rotate-secret", Map.of());
        assertEquals(200, rotated.status(), rotated::toString);
        String next = rotated.text("secret");
        assertNotEquals(secret, next);
        await().until(() -> !receiver.got("WebhookSecretRotated").isEmpty());
        Got told = receiver.got("WebhookSecretRotated").getFirst();
        assertTrue(told.isSignedWith(secret) && told.isSignedWith(next), "both sign");
        assertEquals(2, told.signature().split(" ").length);
        assertFalse(told.text().contains("key=of-the-receiver"), "a credential may stand in a query");
    }

    private static void listsAreWithoutSecrets(Cast cast, String secret) {
        JsonNode list = cast.auditor().get(WEBHOOKS).body();
        assertEquals(1, list.path("items").size());
        assertFalse(list.toString().contains("whsec_") || list.toString().contains(secret.substring(6)));
        assertEquals(403, cast.auditor().post(WEBHOOKS, Map.of()).status());
        assertEquals(0, cast.otherAdmin().get(WEBHOOKS).body().path("items").size());
    }

    private static void journalsAreWhole() {
        Journal journal = Journal.read(OWN.foyer().topics(), "meeting.journal");
        assertEquals(List.of(), journal.commandsDoneTwice());
        assertEquals(List.of(), journal.brokenSequences());
    }

    private static String participants(String conferenceId) {
        return "/api/v1/meetings/" + conferenceId + "/participants";
    }

    private static Map<String, String> participant() {
        return Map.of("participantId", "p-1", "displayName", "Amos Marble");
    }

    private static Set<String> ids(String type) {
        return receiver.got(type).stream().map(Got::id).collect(toSet());
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }
}

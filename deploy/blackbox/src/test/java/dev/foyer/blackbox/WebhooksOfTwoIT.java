package dev.foyer.blackbox;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.blackbox.HookReceiver.Got;
import dev.foyer.local.CannotRun;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two instances of meeting-service, each of which owns a part of what is to be delivered, and kill -9 of one of them. */
@Tag("long")
@Tag("H2")
class WebhooksOfTwoIT {

    private static final int CALLERS = 60;
    /** Of one webhook; whose outcome is not recorded at a kill comes twice. */
    private static final int UNDER_WAY = 16;

    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final List<String> TYPES = List.of(
            "foyer.meeting.CallerWaiting.v1",
            "foyer.meeting.CallerAdmitted.v1",
            "foyer.meeting.CallersAdmitted.v1",
            "foyer.meeting.MeetingStarted.v1");
    private static final Map<String, String> TO_THE_TEST =
            Map.of("FOYER_WEBHOOKS_ALLOW_HTTP", "true", "FOYER_WEBHOOKS_ALLOWED_ADDRESSES", "127.0.0.0/8");

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer("", TO_THE_TEST);

    private HookReceiver receiver;
    private Child another;
    private String webhook;

    @BeforeEach
    void startAnother() throws Exception {
        receiver = new HookReceiver();
        Ports ports = Ports.free();
        another = OWN.foyer().startAnother(Component.MEETING_SERVICE, ports, TO_THE_TEST);
        await().until(() -> partitions(OWN.foyer().ports()) > 0 && partitions(ports) > 0);
        Answer made = OWN.foyer().cast().admin().post(WEBHOOKS, Map.of("url", receiver.url(), "types", TYPES));
        assertEquals(201, made.status(), made::toString);
        webhook = WEBHOOKS + "/" + made.text("id");
    }

    @AfterEach
    void stop() {
        OWN.foyer().cast().admin().delete(webhook);
        another.stop();
        receiver.close();
        await().until(() -> partitions(OWN.foyer().ports()) == 3);
    }

    @Test
    void eachIsDeliveredOnceWhicheverInstanceReadsItAndWhicheverSendsIt() {
        meeting("quiet-");
        await().untilAsserted(() -> assertEquals(CALLERS, receiver.admitted().size()));
        await().until(() ->
                ids("CallerWaiting").size() == CALLERS && ids("MeetingStarted").size() == 1);
        await().until(() -> delivered() == ids(".*").size());
        assertEquals(ids(".*").size(), receiver.got().size(), "none twice: nobody died");
        journalIsWhole();
    }

    @Test
    void whatOneHadUnderWayTheOtherSends() {
        meeting("killed-");
        another.kill();
        await().untilAsserted(() -> assertEquals(CALLERS, receiver.admitted().size()));
        await().until(() ->
                ids("CallerWaiting").size() == CALLERS && ids("MeetingStarted").size() == 1);
        await().until(() -> delivered() == ids(".*").size());
        int twice = receiver.got().size() - ids(".*").size();
        assertTrue(twice <= UNDER_WAY, twice + " came twice");
        journalIsWhole();
    }

    /** Callers wait, and are let in. */
    private static void meeting(String prefix) {
        Cast cast = OWN.foyer().cast();
        String organizer = prefix + "organizer";
        cast.admin()
                .put(
                        "/api/v1/users/" + organizer,
                        Map.of("userPrincipalName", organizer + "@contoso.com", "displayName", "Amos Marble"));
        String conferenceId = cast.admin()
                .post("/api/v1/meetings", Map.of("organizer", organizer))
                .text("conferenceId");
        for (int n = 0; n < CALLERS; n++) {
            Answer waits = cast.bridge()
                    .post("/api/v1/bridge/calls", Map.of("callId", prefix + n, "conferenceId", conferenceId));
            assertEquals("LOBBY", waits.text("state"), waits::toString);
        }
        Answer joined = cast.app()
                .post(
                        "/api/v1/meetings/" + conferenceId + "/participants",
                        Map.of("participantId", prefix + "p", "displayName", "Amos Marble"));
        assertEquals(200, joined.status(), joined::toString);
    }

    private Set<String> ids(String types) {
        return receiver.got().stream()
                .filter(one -> one.type().matches(types))
                .map(Got::id)
                .collect(toSet());
    }

    private int delivered() {
        return OWN.foyer()
                .cast()
                .auditor()
                .get(webhook + "/deliveries?status=DELIVERED")
                .at("total")
                .asInt();
    }

    private static void journalIsWhole() {
        Journal journal = Journal.read(OWN.foyer().topics(), "meeting.journal");
        assertEquals(List.of(), journal.commandsDoneTwice());
        assertEquals(List.of(), journal.brokenSequences());
    }

    /** How many partitions the instance there owns, all of them recovered; none while it is not ready. */
    private static int partitions(Ports ports) {
        try {
            Answer ready =
                    Api.anonymous(ports.http(Endpoint.MEETING_MANAGEMENT)).get("/q/health/ready");
            for (JsonNode check : ready.body().path("checks")) {
                if (check.path("name").asText().equals("partitions") && ready.status() == 200) {
                    return check.path("data").size();
                }
            }
            return 0;
        } catch (CannotRun notYetThere) {
            return 0;
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).ignoreExceptions();
    }
}

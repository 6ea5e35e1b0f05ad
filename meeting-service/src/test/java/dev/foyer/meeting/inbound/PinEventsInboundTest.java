package dev.foyer.meeting.inbound;

import static dev.foyer.meeting.Gateway.admit;
import static dev.foyer.meeting.Gateway.dial;
import static dev.foyer.meeting.PinServiceTopics.disabled;
import static dev.foyer.meeting.PinServiceTopics.enabled;
import static dev.foyer.meeting.PinServiceTopics.moved;
import static dev.foyer.meeting.PinServiceTopics.pstnOnlyMeetings;
import static dev.foyer.meeting.PinServiceTopics.verified;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.meeting.Gateway;
import dev.foyer.meeting.MeetingEventsTopic;
import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.meeting.PinServiceTopics;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What pin-service's events do to meetings, on a real broker. Each test has its own conference ID. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinServiceKeys.class)
class PinEventsInboundTest {

    @Inject
    TenantSettingsTable settings;

    @Test
    @Tag("C1")
    void aConferenceIsThereForTheCallerWhoDialsAtOnce() {
        for (int i = 0; i < 20; i++) {
            enabled("u-new", "10000" + (10 + i));
            dial("contoso.com", "10000" + (10 + i), "c-1").statusCode(200).body("state", equalTo("LOBBY"));
        }
    }

    @Test
    @Tag("E2")
    @Tag("E4")
    void theOrganizersPinLetsTheLobbyInOnce() {
        String id = "2000001";
        enabled("u-amos", id);
        dial("contoso.com", id, "c-1").body("state", equalTo("LOBBY"));
        dial("contoso.com", id, "c-2").body("state", equalTo("LOBBY"));
        String eventId = UUID.randomUUID() + ".0";
        verified(eventId, "u-amos", id, "c-2");
        verified(eventId, "u-amos", id, "c-2");
        await().until(() -> MeetingEventsTopic.of(id), hasItem("CallersAdmitted c-1 c-2"));
        dial("contoso.com", id, "c-3").body("state", equalTo("JOINED"));

        List<String> expected = List.of(
                "MeetingScheduled",
                "CallerWaiting c-1",
                "CallerWaiting c-2",
                "MeetingStarted",
                "CallersAdmitted c-1 c-2",
                "CallerAdmitted c-3");
        assertEquals(expected, MeetingEventsTopic.of(id));
        assertEquals(List.of(false, true, false), leaders(id));
    }

    /** A careful tenant's callers wait until somebody lets them in; the setting comes by {@code tenant.settings}. */
    @Test
    @Tag("E2")
    void whereTheTenantWantsItSomebodyLetsTheLobbyIn() {
        lobbyAdmission("contoso.com", "MANUAL");
        try {
            String id = "2000011";
            enabled("u-careful", id);
            dial("contoso.com", id, "c-1").body("state", equalTo("LOBBY"));
            admit("bridge", id, null).statusCode(409).body("type", equalTo("/problems/meeting-not-started"));
            verified("u-careful", id, "c-leader");
            await().until(() -> MeetingEventsTopic.of(id), hasItem("MeetingStarted"));
            dial("contoso.com", id, "c-leader").body("state", equalTo("JOINED"));
            dial("contoso.com", id, "c-2").body("state", equalTo("LOBBY")).body("music", equalTo(true));
            admit("client-app", id, Gateway.leg(id, "c-2")).statusCode(204);
            admit("client-app", id, Gateway.leg(id, "c-2")).statusCode(204);
            admit("conferencing-admin", id, null).statusCode(204);
            admit("conferencing-admin", id, null).statusCode(204);
            admit("helpdesk", id, null).statusCode(403);
            assertEquals(
                    List.of(
                            "MeetingScheduled",
                            "CallerWaiting c-1",
                            "MeetingStarted",
                            "CallerAdmitted c-leader",
                            "CallerWaiting c-2",
                            "CallerAdmitted c-2",
                            "CallerAdmitted c-1"),
                    MeetingEventsTopic.of(id));
        } finally {
            lobbyAdmission("contoso.com", "AUTOMATIC");
        }
    }

    private void lobbyAdmission(String tenant, String wanted) {
        PinServiceTopics.settings(tenant, Map.of("lobbyAdmission", wanted));
        await().until(() -> settings.of(tenant).admission(), equalTo(Admission.valueOf(wanted)));
    }

    @Test
    @Tag("E4")
    void aVerificationRightBehindTheEnablingStartsTheMeeting() {
        String id = "2000002";
        enabled("u-early", id);
        verified("u-early", id, "c-1");
        await().until(() -> MeetingEventsTopic.of(id), hasItem("MeetingStarted"));
        dial("contoso.com", id, "c-1").body("state", equalTo("JOINED"));
        assertEquals(List.of(true), leaders(id));
    }

    @Test
    @Tag("E4")
    void aVerificationForAnUnknownMeetingIsReported() {
        verified("u-amos", "2000003", "c-1");
        await().until(() -> MeetingEventsTopic.of("2000003"), hasItem("VerificationIgnored c-1"));
    }

    /** What pin-service's password at the broker is worth alone, and a copy of what it has signed. */
    @Test
    @Tag("E4")
    @Tag("case-S1c")
    void nobodyButPinServiceMakesALeader() {
        String id = "2000009";
        enabled("u-victim", id);
        dial("contoso.com", id, "c-1").body("state", equalTo("LOBBY"));
        verified("forged.0", "u-victim", id, "c-1", null);
        verified("forged.1", "u-victim", id, "c-1", PinServiceKeys.stranger());
        Map<String, Object> elsewhere =
                PinServiceTopics.verification("u-victim", "2000010", Gateway.leg("2000010", "c-1"));
        PinServiceTopics.write(
                "organizer.verified", id, "OrganizerVerified", "forged.2", elsewhere, PinServiceKeys.signer());
        await().until(() -> deadLetters("forged."), equalTo(3L));
        dial("contoso.com", id, "c-1").body("state", equalTo("LOBBY"));
        verified("u-victim", id, "c-1");
        await().until(() -> MeetingEventsTopic.of(id), hasItem("CallerAdmitted c-1"));
    }

    private static long deadLetters(String idBegins) {
        return TopicContents.text(BrokerResource.broker(), "meeting.dead-letters")
                .lines()
                .filter(line -> line.contains("ce_id=" + idBegins))
                .count();
    }

    @Test
    @Tag("C1")
    void disablingEndsAndClosesTheConference() {
        String id = "2000004";
        enabled("u-leaver", id);
        dial("contoso.com", id, "c-1").body("state", equalTo("LOBBY"));
        disabled("u-leaver", id);
        await().until(() -> MeetingEventsTopic.of(id), hasItem("MeetingClosed"));
        dial("contoso.com", id, "c-2").body("state", equalTo("UNKNOWN_CONFERENCE"));
        assertEquals(
                List.of("MeetingScheduled", "CallerWaiting c-1", "MeetingEnded c-1", "MeetingClosed"),
                MeetingEventsTopic.of(id));
    }

    @Test
    @Tag("C3")
    void aChangedConferenceIdIsDeadAndTheNewOneLives() {
        enabled("u-mover", "2000006");
        dial("contoso.com", "2000006", "c-1").body("state", equalTo("LOBBY"));
        String eventId = UUID.randomUUID() + ".0";
        moved(eventId, "u-mover", "2000006", "2000007");
        moved(eventId, "u-mover", "2000006", "2000007");
        await().until(() -> MeetingEventsTopic.of("2000007"), hasItem("MeetingScheduled"));
        dial("contoso.com", "2000006", "c-2").body("state", equalTo("UNKNOWN_CONFERENCE"));
        dial("contoso.com", "2000007", "c-3").body("state", equalTo("JOINED"));
        assertEquals(
                List.of("MeetingScheduled", "CallerWaiting c-1", "MeetingEnded c-1", "MeetingClosed"),
                MeetingEventsTopic.of("2000006"));
        assertEquals(
                List.of("MeetingScheduled", "MeetingStarted", "CallerAdmitted c-3"), MeetingEventsTopic.of("2000007"));
        long ids = Stream.of("2000006", "2000007")
                .flatMap(id -> MeetingEventsTopic.events(id).stream())
                .map(InboundEvent::id)
                .distinct()
                .count();
        assertEquals(7, ids, "ids of public events are unique");
    }

    @Test
    @Tag("E1")
    void callersMayStartFromWhenTheUserAllowsIt() {
        String id = "2000008";
        enabled("u-open", id);
        dial("contoso.com", id, "c-1").body("state", equalTo("LOBBY"));
        pstnOnlyMeetings("u-open", id, true);
        AtomicInteger leg = new AtomicInteger(1);
        await().untilAsserted(() ->
                dial("contoso.com", id, "c-" + leg.incrementAndGet()).body("state", equalTo("JOINED")));
        assertEquals(
                1,
                MeetingEventsTopic.of(id).stream()
                        .filter("CallerAdmitted c-1"::equals)
                        .count());
    }

    @Test
    @Tag("F")
    void whatCannotBeReadStopsNothing() {
        String key = "contoso.com/u-odd";
        PinServiceTopics.write("pin.events", key, "UserEnabled", "odd.0", Map.of("tenant", "contoso.com"));
        PinServiceTopics.write("pin.events", key, "UserMoved", "odd.1", Map.of("tenant", "contoso.com"));
        enabled("u-odd", "2000005");
        await().until(() -> MeetingEventsTopic.of("2000005"), hasItem("MeetingScheduled"));
    }

    private static List<Boolean> leaders(String conferenceId) {
        return MeetingEventsTopic.events(conferenceId).stream()
                .flatMap(event ->
                        event.data().has("calls") ? event.data().get("calls").valueStream() : Stream.of(event.data()))
                .map(admitted -> admitted.path("leader"))
                .filter(JsonNode::isBoolean)
                .map(JsonNode::booleanValue)
                .toList();
    }
}

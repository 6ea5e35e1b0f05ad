package dev.foyer.meeting.api;

import static dev.foyer.meeting.Gateway.dial;
import static dev.foyer.meeting.Gateway.dialLeg;
import static dev.foyer.meeting.Gateway.end;
import static dev.foyer.meeting.Gateway.hangUp;
import static dev.foyer.meeting.Gateway.hangUpLeg;
import static dev.foyer.meeting.Gateway.join;
import static dev.foyer.meeting.Gateway.leave;
import static dev.foyer.meeting.Gateway.schedule;
import static dev.foyer.meeting.Gateway.scheduled;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.foyer.meeting.MeetingEventsTopic;
import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Meetings over HTTP, on a real broker. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinServiceKeys.class)
class MeetingsResourceTest {

    @Test
    @Tag("E1")
    @Tag("E2")
    void aLobbyIsLetInBySomebodySignedIn() {
        String id = scheduled();
        dial("contoso.com", id, "c-1")
                .statusCode(200)
                .header("Foyer-Positions", matchesPattern("meeting\\.events-\\d@\\d+"))
                .body("state", equalTo("LOBBY"))
                .body("askForOrganizer", equalTo(true))
                .body("music", equalTo(true));
        dial("contoso.com", id, "c-2").body("state", equalTo("LOBBY"));
        join(id, "p-1").statusCode(200).body("participantId", equalTo("p-1"));
        dial("contoso.com", id, "c-3")
                .body("state", equalTo("JOINED"))
                .body("askForOrganizer", equalTo(false))
                .body("music", equalTo(false));
        hangUp(id, "c-1").statusCode(204);
        hangUp(id, "c-2").statusCode(204);
        leave(id, "p-1").statusCode(204);
        hangUp(id, "c-3").statusCode(204);
        dial("contoso.com", id, "c-4").statusCode(200).body("state", equalTo("UNKNOWN_CONFERENCE"));

        assertEquals(
                List.of(
                        "MeetingScheduled",
                        "CallerWaiting c-1",
                        "CallerWaiting c-2",
                        "MeetingStarted",
                        "CallersAdmitted c-1 c-2",
                        "ParticipantJoined p-1",
                        "CallerAdmitted c-3",
                        "ParticipantLeft c-1",
                        "ParticipantLeft c-2",
                        "ParticipantLeft p-1",
                        "ParticipantLeft c-3",
                        "MeetingEnded"),
                MeetingEventsTopic.of(id));
    }

    @Test
    @Tag("C2")
    void aScheduledMeetingHasNineDigitsAndAnotherEachTime() {
        schedule(UUID.randomUUID().toString(), Map.of("organizerId", "u-17", "subject", "Budget"))
                .statusCode(201)
                .header("Foyer-Positions", matchesPattern("meeting\\.events-\\d@\\d+"))
                .body("conferenceId", matchesPattern("[0-9]{9}"));
        assertNotEquals(scheduled(), scheduled());
    }

    @Test
    @Tag("F")
    void aRepeatedRequestIsTheSameMeeting() {
        String commandId = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("organizerId", "u-17");
        String first = schedule(commandId, body).statusCode(201).extract().path("conferenceId");
        schedule(commandId, body).statusCode(201).body("conferenceId", equalTo(first));
        assertEquals(List.of("MeetingScheduled"), MeetingEventsTopic.of(first));
    }

    @Test
    @Tag("E")
    void whereTheOrganizerAllowsItACallerStarts() {
        String id = schedule(UUID.randomUUID().toString(), Map.of("organizerId", "u-17", "startWithoutPin", true))
                .extract()
                .path("conferenceId");
        dial("contoso.com", id, "c-1").statusCode(200).body("state", equalTo("JOINED"));
    }

    @Test
    @Tag("E5")
    void repeatingIsHarmless() {
        String id = scheduled();
        dial("contoso.com", id, "c-1").body("state", equalTo("LOBBY"));
        dial("contoso.com", id, "c-1").body("state", equalTo("LOBBY")).header("Foyer-Positions", nullValue());
        hangUp(id, "c-1").statusCode(204);
        hangUp(id, "c-1").statusCode(204);
        dial("contoso.com", id, "c-1").statusCode(409).body("type", equalTo("/problems/call-has-ended"));
    }

    @Test
    @Tag("E5")
    void whoeverMistypedIsInTheSecondLobbyOnly() {
        String mistyped = scheduled();
        String right = scheduled();
        String leg = "corrected@" + mistyped;
        dialLeg("contoso.com", mistyped, leg).body("state", equalTo("LOBBY"));
        dialLeg("contoso.com", right, leg).body("state", equalTo("LOBBY"));
        dialLeg("contoso.com", right, leg).body("state", equalTo("LOBBY"));
        join(mistyped, "p-1").statusCode(200);
        hangUpLeg(mistyped, leg, true).statusCode(204); // late
        join(right, "p-2").statusCode(200);

        List<String> wrong = List.of(
                "MeetingScheduled",
                "CallerWaiting corrected",
                "ParticipantLeft corrected",
                "MeetingStarted",
                "ParticipantJoined p-1");
        assertEquals(wrong, MeetingEventsTopic.of(mistyped));
        assertEquals(
                List.of(
                        "MeetingScheduled",
                        "CallerWaiting corrected",
                        "MeetingStarted",
                        "CallerAdmitted corrected",
                        "ParticipantJoined p-2"),
                MeetingEventsTopic.of(right));

        dialLeg("contoso.com", mistyped, leg).body("state", equalTo("JOINED")); // and back
        hangUpLeg(right, leg, false).statusCode(204); // wherever it is
        assertEquals(
                "ParticipantLeft corrected", MeetingEventsTopic.of(mistyped).getLast());
        dialLeg("contoso.com", right, leg).statusCode(409).body("type", equalTo("/problems/call-has-ended"));
    }

    @Test
    @Tag("F")
    void anotherTenantsMeetingDoesNotExist() {
        String id = scheduled();
        dial("fabrikam.com", id, "c-1").statusCode(200).body("state", equalTo("UNKNOWN_CONFERENCE"));
        end("fabrikam.com", id).statusCode(404).body("type", equalTo("/problems/meeting-not-found"));
        end("contoso.com", id).statusCode(204);
    }

    @Test
    void anUnknownMeetingIsNotFound() {
        dial("contoso.com", "000000000", "c-1").statusCode(200).body("state", equalTo("UNKNOWN_CONFERENCE"));
        join("000000000", "p-1").statusCode(404).body("type", equalTo("/problems/meeting-not-found"));
        hangUp("000000000", "c-2").statusCode(404);
        end("contoso.com", "000000000").statusCode(404);
    }

    @Test
    @Tag("E6")
    void whatIsOverCannotBeJoinedAndMayBeEndedAgain() {
        String id = scheduled();
        end("contoso.com", id).statusCode(204);
        end("contoso.com", id).statusCode(204);
        join(id, "p-1").statusCode(409).body("type", equalTo("/problems/meeting-has-ended"));
    }
}

package dev.foyer.meeting.api;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.meeting.Gateway;
import dev.foyer.meeting.domain.Call;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingCommand.AllowStartWithoutPin;
import dev.foyer.meeting.domain.MeetingCommand.ClosePersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingCommand.EndAtTimeLimit;
import dev.foyer.meeting.domain.MeetingCommand.EndMeeting;
import dev.foyer.meeting.domain.MeetingCommand.HangUp;
import dev.foyer.meeting.domain.MeetingCommand.JoinFromApp;
import dev.foyer.meeting.domain.MeetingCommand.LeaveFromApp;
import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.ScheduleMeeting;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.numbering.ChooseConferenceId;
import dev.foyer.meeting.journal.MeetingWire;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.PassedOn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an instance of ours may pass on without a token: what its reactions ask, and nothing that an account asks. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@Tag("case-S3")
class CertificateAloneTest {

    private static final String TENANT = "contoso.com";
    private static final String PERSONAL = "7170017";

    @Test
    @Tag("E1")
    void movesNobodyAndEndsNothing() {
        String id = Gateway.scheduled();
        Gateway.dial(TENANT, id, "c-1").body("state", equalTo("LOBBY"));
        for (MeetingCommand command : List.of(
                new JoinFromApp(TENANT, "p-1", "Somebody"),
                new LeaveFromApp(TENANT, "p-1"),
                new DialIn(TENANT, new Call("c-2", null)),
                new HangUp(TENANT, "c-1"),
                new EndMeeting(TENANT),
                new EndAtTimeLimit(),
                new ScheduleMeeting(TENANT, "u-17", "Budget", true))) {
            assertFalse(passesOn(id, command, Actor.service("meeting-service")), command::toString);
        }
        byte[] choice = MeetingWire.CHOICES.commands().write(new ChooseConferenceId(id, null));
        assertFalse(new PassedOn("choice", MeetingWire.CHOICES.exchange(), TENANT + "/some-command")
                .believed(choice, PassedOn.by(Actor.service("meeting-service"))));
        Gateway.dial(TENANT, id, "c-1").body("state", equalTo("LOBBY"));
    }

    @Test
    void passesOnWhatItsReactionsSay() {
        Instant now = Instant.now();
        for (MeetingCommand command : List.of(
                new OpenPersonalConference(TENANT, "u-17", false, now),
                new AllowStartWithoutPin(TENANT, "u-17", true, now),
                new StartByOrganizer(TENANT, "u-17", "c-1", now, true),
                new ClosePersonalConference(TENANT, "u-17", now))) {
            assertFalse(passesOn(PERSONAL, command, Actor.service("pin-service")), command::toString);
            assertTrue(passesOn(PERSONAL, command, Actor.service("meeting-service")), command::toString);
        }
    }

    private static boolean passesOn(String id, MeetingCommand command, Actor actor) {
        return new PassedOn("meeting", MeetingWire.MEETINGS.exchange(), id)
                .believed(MeetingWire.MEETINGS.commands().write(command), PassedOn.by(actor));
    }
}

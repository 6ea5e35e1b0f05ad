package dev.foyer.meeting.api;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Credential;
import dev.foyer.base.Json;
import dev.foyer.base.events.RecordSigner;
import dev.foyer.base.events.SignedContent;
import dev.foyer.meeting.Gateway;
import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.meeting.PinServiceTopics;
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
import dev.foyer.meeting.domain.UserMoment;
import dev.foyer.meeting.domain.numbering.ChooseConferenceId;
import dev.foyer.meeting.journal.MeetingWire;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.PassedOn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What an instance of ours may pass on without a token, with its certificate and its instances' key: what its reactions ask,
 * and nothing that an account asks, nor that a PIN was right.
 */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinServiceKeys.class)
@Tag("case-S3")
class CertificateAloneTest {

    private static final String TENANT = "contoso.com";
    private static final String PERSONAL = "7170017";
    private static final JsonMapper JSON = Json.mapper().build();

    @Test
    @Tag("E1")
    void movesNobodyAndEndsNothing() {
        String id = Gateway.scheduled();
        Gateway.dial(TENANT, id, "c-1").body("state", equalTo("LOBBY"));
        for (MeetingCommand command : List.of(
                new JoinFromApp(TENANT, "p-1", "Somebody"),
                new LeaveFromApp(TENANT, "p-1"),
                new DialIn(TENANT, new Call("c-2", null, null)),
                new HangUp(TENANT, "c-1", null),
                new EndMeeting(TENANT),
                new EndAtTimeLimit(),
                new ScheduleMeeting(TENANT, "u-17", "Budget", true))) {
            assertFalse(passesOn(id, command, Actor.service("meeting-service")), command::toString);
        }
        byte[] choice = MeetingWire.CHOICES.commands().write(new ChooseConferenceId(id, null));
        assertFalse(new PassedOn("meeting-service", "choice", MeetingWire.CHOICES.exchange(), TENANT + "/some-command")
                .believed(choice, PassedOn.by(Actor.service("meeting-service"))));
        Gateway.dial(TENANT, id, "c-1").body("state", equalTo("LOBBY"));
    }

    @Test
    void passesOnWhatItsReactionsSay() {
        Instant now = Instant.now();
        for (MeetingCommand command : List.of(
                new OpenPersonalConference(TENANT, "u-17", false, new UserMoment(now, 1L)),
                new AllowStartWithoutPin(TENANT, "u-17", true, new UserMoment(now, 1L)),
                new ClosePersonalConference(TENANT, "u-17", new UserMoment(now, 1L)))) {
            assertFalse(passesOn(PERSONAL, command, Actor.service("pin-service")), command::toString);
            assertTrue(passesOn(PERSONAL, command, Actor.service("meeting-service")), command::toString);
        }
    }

    /** It says itself that a PIN was right; only pin-service can say so. */
    @Test
    @Tag("E4")
    void makesNobodyALeader() {
        String id = Gateway.scheduled();
        Gateway.dial(TENANT, id, "c-1").body("state", equalTo("LOBBY"));
        Actor ours = Actor.service("meeting-service");
        Map<String, Object> right = PinServiceTopics.verification("u-17", id, Gateway.leg(id, "c-1"));
        Instant at = (Instant) right.get("verifiedAt");
        byte[] start = MeetingWire.MEETINGS
                .commands()
                .write(new StartByOrganizer(TENANT, "u-17", Gateway.leg(id, "c-1"), at, true));
        CommandMeta alone = PassedOn.by(ours);
        PassedOn meeting = new PassedOn("meeting-service", "meeting", MeetingWire.MEETINGS.exchange(), id);
        assertFalse(meeting.believed(start, alone));
        assertFalse(meeting.believed(start, alone.withCredential(record(alone, id, right, null))));
        assertFalse(meeting.believed(start, alone.withCredential(record(alone, id, right, PinServiceKeys.stranger()))));
        Map<String, Object> others = PinServiceTopics.verification("u-17", id, Gateway.leg(id, "c-2"));
        assertFalse(meeting.believed(start, alone.withCredential(record(alone, id, others, PinServiceKeys.signer()))));
        Gateway.dial(TENANT, id, "c-1").body("state", equalTo("LOBBY"));
        assertTrue(meeting.believed(start, alone.withCredential(record(alone, id, right, PinServiceKeys.signer()))));
        Gateway.dial(TENANT, id, "c-1").body("state", equalTo("JOINED"));
    }

    /** As it comes along, written without the kit's own code. */
    private static Credential record(CommandMeta meta, String key, Map<String, Object> data, RecordSigner signer) {
        ObjectNode form = JSON.createObjectNode()
                .put("topic", "organizer.verified")
                .put("type", "foyer.pin.OrganizerVerified.v1")
                .put("id", meta.commandId())
                .put("key", key);
        String text = JSON.valueToTree(data).toString();
        form.put("data", text);
        if (signer != null) {
            form.put(
                    "signature",
                    signer.sign(SignedContent.of(
                            "organizer.verified",
                            "foyer.pin.OrganizerVerified.v1",
                            meta.commandId(),
                            key,
                            text.getBytes(StandardCharsets.UTF_8))));
        }
        return new Credential("foyer-record:" + form);
    }

    private static boolean passesOn(String id, MeetingCommand command, Actor actor) {
        return new PassedOn("meeting-service", "meeting", MeetingWire.MEETINGS.exchange(), id)
                .believed(MeetingWire.MEETINGS.commands().write(command), PassedOn.by(actor));
    }
}

package dev.foyer.meeting.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Credential;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import dev.foyer.base.events.InboundEvent.Proof;
import dev.foyer.base.events.RecordSigner;
import dev.foyer.base.events.SignedContent;
import dev.foyer.base.events.SignedRecord;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.meeting.contract.Examples;
import dev.foyer.meeting.domain.MeetingCommand.AllowStartWithoutPin;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.UserMoment;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A right PIN is believed of pin-service only, and only of whom, where and for which call it was. */
@Tag("case-S1c")
@Tag("E4")
class SignedVerificationsTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final String TOPIC = "organizer.verified";
    private static final String CONFERENCE = "4711007";
    private static final String ID = "command-1.1";

    private final SignedVerifications verifications = new SignedVerifications(PinServiceKeys.trusted());
    private final InboundEvent genuine = signed(TOPIC, CONFERENCE, verification(), PinServiceKeys.signer());

    @Test
    void whatPinServiceSignedIsBelieved() {
        assertEquals(CONFERENCE, verifications.conferenceId(genuine));
    }

    @Test
    void whatNobodyOrSomebodyElseSignedIsNot() {
        refused("is not signed", event(TOPIC, CONFERENCE, verification(), null));
        refused("is not what was signed", signed(TOPIC, CONFERENCE, verification(), PinServiceKeys.stranger()));
    }

    @Test
    void aCopySaysNothingOfAnotherTenantUserCallOrConference() {
        for (String field : new String[] {"tenant", "userId", "callId", "conferenceId", "verifiedAt"}) {
            ObjectNode other = verification().put(field, "8150042");
            refused(
                    "is not what was signed",
                    event(TOPIC, CONFERENCE, other, genuine.proof().signature()));
        }
        String signature = genuine.proof().signature();
        refused("is not what was signed", event(TOPIC, "8150042", verification(), signature));
        refused("is not what was signed", event("pin.events", CONFERENCE, verification(), signature));
    }

    /** pin-service signs other things, too. */
    @Test
    void whatWasSignedAsSomethingElseIsNoVerification() {
        assertRefused(
                "is signed, but is no verification",
                signed("pin.deliveries", CONFERENCE, verification(), PinServiceKeys.signer()));
        assertRefused(
                "for another conference than the record's key says",
                signed(TOPIC, "8150042", verification(), PinServiceKeys.signer()));
    }

    @Test
    @Tag("case-S3")
    void theRecordMakesItsOwnCommandOnly() {
        InboundEvent arrived = SignedRecord.read(SignedRecord.credential(genuine));
        StartByOrganizer command = SignedVerifications.command(genuine);
        assertTrue(verifications.makes(arrived, CONFERENCE, command, meta(ID)));
        assertTrue(verifications.makes(arrived, CONFERENCE, command.withUsersKnown(), meta(ID)));
        assertFalse(verifications.makes(arrived, "8150042", command, meta(ID)), "another conference");
        assertFalse(verifications.makes(arrived, CONFERENCE, command, meta("command-2.1")), "a second time");
        for (StartByOrganizer other : new StartByOrganizer[] {
            new StartByOrganizer("fabrikam.com", "u-17", "call-1", command.verifiedAt(), false),
            new StartByOrganizer("contoso.com", "u-18", "call-1", command.verifiedAt(), false),
            new StartByOrganizer("contoso.com", "u-17", "call-2", command.verifiedAt(), false),
            new StartByOrganizer("contoso.com", "u-17", "call-1", Instant.now(), false)
        }) {
            assertFalse(verifications.makes(arrived, CONFERENCE, other, meta(ID)), other::toString);
        }
        var allowed = new AllowStartWithoutPin("contoso.com", "u-17", true, new UserMoment(command.verifiedAt(), 1L));
        assertFalse(verifications.makes(arrived, CONFERENCE, allowed, meta(ID)));
    }

    @Test
    @Tag("case-S3")
    void anUnsignedRecordMakesNothingAndNonsenseIsNone() {
        InboundEvent unsigned =
                SignedRecord.read(SignedRecord.credential(event(TOPIC, CONFERENCE, verification(), null)));
        assertThrows(
                Unacceptable.class,
                () -> verifications.makes(unsigned, CONFERENCE, SignedVerifications.command(genuine), meta(ID)));
        for (String value :
                new String[] {"foyer-record:", "foyer-record:{}", "foyer-record:null", "foyer-record:[1]"}) {
            assertTrue(SignedRecord.isIn(new Credential(value)));
            assertThrows(Unacceptable.class, () -> SignedRecord.read(new Credential(value)), value);
        }
        assertFalse(SignedRecord.isIn(new Credential("eyJ0eXAiOiJKV1QifQ.e30.c2ln")));
    }

    private void refused(String objection, InboundEvent event) {
        assertRefused("The verification " + objection + ", so it is not known to be pin-service's", event);
    }

    private void assertRefused(String words, InboundEvent event) {
        String reason = assertThrows(Unacceptable.class, () -> verifications.conferenceId(event))
                .getMessage();
        assertTrue(reason.contains(words), reason);
    }

    private static CommandMeta meta(String id) {
        return new CommandMeta(id, "correlation-1", Actor.service("meeting-service"));
    }

    private static ObjectNode verification() {
        return Examples.pins(TOPIC).json("OrganizerVerified.v1", "full").deepCopy();
    }

    private static InboundEvent signed(String topic, String key, ObjectNode data, RecordSigner signer) {
        return event(topic, key, data, signer.sign(content(topic, key, bytes(data))));
    }

    private static InboundEvent event(String topic, String key, ObjectNode data, String signature) {
        byte[] bytes = bytes(data);
        try {
            return new InboundEvent(
                    new Envelope(ID, "/foyer/x", SignedVerifications.TYPE, key, Instant.EPOCH, "contoso.com"),
                    Cause.UNSAID,
                    new Origin(topic, 0, 0, key, Instant.EPOCH),
                    JSON.readTree(bytes),
                    new Proof(signature, content(topic, key, bytes), bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(ObjectNode data) {
        return data.toString().getBytes(UTF_8);
    }

    private static byte[] content(String topic, String key, byte[] data) {
        return SignedContent.of(topic, SignedVerifications.TYPE, ID, key, data);
    }
}

package dev.foyer.meeting.inbound;

import static dev.foyer.meeting.PinServiceTopics.enabled;
import static dev.foyer.meeting.inbound.TenantSystem.BRIDGE;
import static dev.foyer.meeting.inbound.TenantSystem.ORGANIZER;
import static dev.foyer.meeting.inbound.TenantSystem.header;
import static dev.foyer.meeting.inbound.TenantSystem.letter;
import static dev.foyer.meeting.inbound.TenantSystem.letters;
import static dev.foyer.meeting.inbound.TenantSystem.refusals;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.meeting.Gateway;
import dev.foyer.meeting.MeetingEventsTopic;
import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Meetings of tenants whose bridges and client apps say everything over their topics. Each test has its own conference ID. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinServiceKeys.class)
class TenantTopicsOnABrokerTest {

    private final TenantSystem contoso = new TenantSystem();

    @AfterEach
    void close() {
        contoso.close();
    }

    /** The bridge's own ids: of any characters that a path can hold. */
    @Test
    @Tag("E2")
    @Tag("E3")
    @Tag("E5")
    void aWholeMeetingWithoutOneRequest() {
        String id = "5000001";
        enabled("u-topics", id);
        contoso.arrived("Łeg;1%2F+ü?", id);
        contoso.sayStructured(BRIDGE, "topic-2", "foyer.bridge.CallerArrived.v1", """
                {"callId":"topic-2","conferenceId":"%s"}""".formatted(id));
        await().until(() -> MeetingEventsTopic.of(id), hasSize(3));
        contoso.verified(id, "u-topics", "topic-2");
        await().until(() -> MeetingEventsTopic.of(id), hasItem(startsWith("CallersAdmitted")));
        contoso.arrived("topic-3", id);
        await().until(() -> MeetingEventsTopic.of(id), hasItem("CallerAdmitted topic-3"));
        contoso.hungUp("topic-2");
        contoso.hungUp("topic-3");
        contoso.left("Łeg;1%2F+ü?", id, Instant.now());
        await().until(() -> MeetingEventsTopic.of(id), hasItem("MeetingEnded"));
        List<String> found = MeetingEventsTopic.of(id);
        assertEquals(
                1,
                found.stream()
                        .filter(line -> line.contains("Admitted") && line.contains("Łeg;1%2F+ü?"))
                        .count(),
                found::toString);
        assertEquals(10, found.size(), found::toString);
        InboundEvent waiting = MeetingEventsTopic.events(id).get(1);
        assertEquals("bridge-topic", waiting.actorRole());
        assertEquals("contoso.com", waiting.tenant());
    }

    @Test
    @Tag("E1")
    @Tag("E5")
    void participantsStartAndEndAMeetingInWhateverOrderTheyAreSaid() {
        String id = "5000002";
        enabled("u-apps", id);
        Instant then = Instant.now();
        contoso.arrived("apps-1", id);
        contoso.gone(id, "p-late", then.plusMillis(2));
        contoso.joined(id, "p-late", then.plusMillis(1)); // left before it is read to have joined
        contoso.joined(id, "p-1", then);
        await().until(() -> MeetingEventsTopic.of(id), hasItem("CallerAdmitted apps-1"));
        contoso.joined(id, "p-1", then.plusMillis(30));
        contoso.gone(id, "p-1", then.plusMillis(20)); // of an earlier stay
        contoso.gone(id, "p-1", then.plusMillis(40));
        contoso.hungUp("apps-1");
        await().until(() -> MeetingEventsTopic.of(id), hasItem("MeetingEnded"));
        List<String> found = MeetingEventsTopic.of(id);
        assertFalse(found.contains("ParticipantJoined p-late"), found::toString);
        assertEquals(1, found.stream().filter("ParticipantLeft p-1"::equals).count(), found::toString);
    }

    @Test
    @Tag("E5")
    void whatIsSentAgainOrLateChangesNothing() {
        String mistyped = "5000003";
        String right = "5000004";
        enabled("u-mistyped", mistyped);
        enabled("u-right", right);
        Instant then = Instant.now();
        for (int i = 0; i < 3; i++) {
            contoso.arrived("again-1", right, then.plusMillis(10));
            contoso.arrived("again-1", mistyped, then);
            contoso.left("again-1", mistyped, then.plusMillis(20));
            contoso.left("again-1", right, then.plusMillis(5));
        }
        contoso.arrived("again-2", right, then);
        await().until(() -> MeetingEventsTopic.of(right), hasItem("CallerWaiting again-2"));
        assertEquals(
                List.of("MeetingScheduled", "CallerWaiting again-1", "CallerWaiting again-2"),
                MeetingEventsTopic.of(right));
        assertEquals(List.of("MeetingScheduled"), MeetingEventsTopic.of(mistyped));
    }

    @Test
    @Tag("E6")
    void thatACallIsAliveIsNotedAtItsLeg() {
        String id = "5000009";
        enabled("u-alive", id);
        contoso.arrived("alive-1", id);
        await().until(() -> MeetingEventsTopic.of(id), hasItem("CallerWaiting alive-1"));
        contoso.say(BRIDGE, "alive-1", "foyer.bridge.CallAlive.v1", Instant.now(), """
                {"callId":"alive-1"}""");
        await().until(() -> TopicContents.records(BrokerResource.broker(), "meeting.journal").stream()
                .filter(record -> new String(record.key(), UTF_8).equals("call:contoso.com/alive-1"))
                .anyMatch(record -> header(record, "type").equals("LegAlive")));
    }

    /** In the same words, whether it cannot exist, is nobody's or is over; and the digits stand nowhere. */
    @Test
    @Tag("G2")
    void whatDoesNotExistIsRefusedByAnEvent() {
        String ended = Gateway.scheduled();
        Gateway.end("contoso.com", ended).statusCode(204);
        for (String dialled : List.of("1234567", "48213", ended)) {
            String callId = "refused-" + UUID.randomUUID();
            String eventId = contoso.arrived(callId, dialled);
            await().until(() -> refusals(callId), hasSize(1));
            InboundEvent refused = refusals(callId).getFirst();
            assertEquals("UNKNOWN_CONFERENCE", refused.data().path("reason").asText());
            assertEquals("+12065550123", refused.data().path("from").asText());
            assertFalse(refused.data().has("conferenceId"));
            assertEquals(callId, refused.origin().key());
            assertEquals(eventId, refused.correlationId());
            assertEquals(eventId, refused.reason(), "G3: the record is the reason");
        }
    }

    @Test
    @Tag("E5")
    void whoHungUpForGoodIsNotLetInAgain() {
        String id = "5000005";
        enabled("u-gone", id);
        contoso.hungUp("gone-1");
        contoso.arrived("gone-1", id);
        await().until(() -> refusals("gone-1"), hasSize(1));
        assertEquals(
                "CALL_HAS_ENDED",
                refusals("gone-1").getFirst().data().path("reason").asText());
        contoso.arrived("gone-2", id, Instant.now().minus(Duration.ofHours(26)));
        await().until(() -> refusals("gone-2"), hasSize(1));
        assertEquals(
                List.of("MeetingScheduled", "CallerRefused gone-1", "CallerRefused gone-2"), MeetingEventsTopic.of(id));
    }

    /** Another user's meeting, and another tenant's, which this one never hears of. */
    @Test
    @Tag("B1")
    @Tag("E4")
    void nobodyVouchesForAnotherOrganizersMeeting() {
        String id = "5000006";
        enabled("u-owner", id);
        contoso.arrived("owner-1", id);
        contoso.verified(id, "u-other", "owner-1");
        await().until(() -> MeetingEventsTopic.of(id), hasItem("VerificationIgnored owner-1"));
        Gateway.dial("contoso.com", id, "x").body("state", equalTo("LOBBY"));
    }

    /** Nothing of it is kept, and the next record is read. */
    @ParameterizedTest
    @Tag("A6")
    @ValueSource(
            strings = {
                "foyer.bridge.OrganizerPinEntered.v1",
                "foyer.bridge.PinEntered.v1",
                "foyer.bridge.DigitsPressed.v1",
                "com.example.pbx.DtmfReceived"
            })
    void digitsAreADeadLetterWithoutContent(String type) {
        String key = "secret-" + UUID.randomUUID();
        contoso.say(BRIDGE, key, type, Instant.now(), """
                {"callId":"%s","pin":"918273"}""".formatted(key));
        isRead(key);
        withoutContent("never go through topics");
    }

    @ParameterizedTest
    @Tag("A6")
    @CsvSource(delimiter = '|', textBlock = """
            {"callId":"%s","conferenceId":"5000007","pin":"918273"}               | A field of the data
            {"callId":"%s","conferenceId":"5000007","leg":{"organizerPin":"918273"}} | A field of the data
            {"callId":"%s","conferenceId":"918273#"}                              | The conferenceId is not the digits
            """)
    void whatMayHoldAPinIsKeptNowhere(String json, String reason) {
        String key = "secret-" + UUID.randomUUID();
        contoso.say(BRIDGE, key, "foyer.bridge.CallerArrived.v1", Instant.now(), json.formatted(key));
        isRead(key);
        withoutContent(reason);
    }

    private static void withoutContent(String reason) {
        ConsumerRecord<byte[], byte[]> letter = letter(BRIDGE, reason).orElseThrow();
        assertNull(letter.value());
        assertNull(letter.key());
        assertEquals("", header(letter, "ce_id"));
        assertFalse(header(letter, "dead-letter-offset").isEmpty());
        for (String topic : List.of("meeting.dead-letters", "meeting.events", "meeting.journal")) {
            for (ConsumerRecord<byte[], byte[]> each : TopicContents.records(BrokerResource.broker(), topic)) {
                assertFalse(each.value() != null && new String(each.value(), UTF_8).contains("918273"), topic);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x-key  | {"callId":"%s","conferenceId":"5000007"}                                            | The record's key is not its callId
                   | {"callId":"%s","conferenceId":"5000007","tenant":"fabrikam.com"}                     | names another tenant
                   | {"callId":"a b","conferenceId":"5000007"}                                            | callId
                   | {"callId":"%s"}                                                                     | conferenceId must not be null
                   | {"callId":"%s","conferenceId":5000007}                                               | conferenceId has the wrong JSON type
                   | {"callId":"%s","callId":"b","conferenceId":"5000007"}                                | not one JSON value
                   | {"callId":"%s","conferenceId":"5000007"}{"callId":"b"}                               | not one JSON value
                   | ["%s"]                                                                              | no JSON object
            """)
    void whatCannotBeUsedIsADeadLetterThatSaysWhatToDo(String key, String json, String reason) {
        String callId = "bad-" + UUID.randomUUID();
        contoso.say(
                BRIDGE,
                key == null ? callId : key,
                "foyer.bridge.CallerArrived.v1",
                Instant.now(),
                json.replace("%s", callId));
        isRead(callId);
        ConsumerRecord<byte[], byte[]> letter = letters(BRIDGE, reason)
                .filter(one -> one.key() != null)
                .filter(one -> new String(one.key(), UTF_8).equals(key == null ? callId : key))
                .findFirst()
                .orElseThrow();
        assertEquals(json.replace("%s", callId), new String(letter.value(), UTF_8));
    }

    @Test
    void withoutATimeNothingSaysWhatIsNewer() {
        Map<String, String> headers =
                TenantSystem.headers("no-time", "foyer.organizer.ParticipantJoined.v1", Instant.now());
        headers.remove("ce_time");
        contoso.say(ORGANIZER, "5000007", headers, "{\"conferenceId\":\"5000007\",\"participantId\":\"p-1\"}");
        await().until(() -> letter(ORGANIZER, "The attribute time is missing").isPresent());
    }

    @Test
    @Tag("E4")
    void whoJoinsWhatDoesNotExistIsADeadLetter() {
        contoso.joined("5000008", "p-1", Instant.now());
        await().until(() -> letter(ORGANIZER, "No meeting of this tenant").isPresent());
    }

    /** What comes after a bad record is read: the refusal of an arrival behind it on the same key's partition says so. */
    private void isRead(String key) {
        String callId = key + "-next";
        contoso.say(
                BRIDGE,
                key.equals(callId) ? key : callId,
                "foyer.bridge.CallerArrived.v1",
                Instant.now(),
                """
                {"callId":"%s","conferenceId":"7654321"}""".formatted(callId));
        await().until(() -> refusals(callId), hasSize(1));
    }
}

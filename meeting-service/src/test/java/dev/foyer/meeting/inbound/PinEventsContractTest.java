package dev.foyer.meeting.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.inbound.Reactions;
import dev.foyer.meeting.contract.Examples;
import dev.foyer.meeting.domain.Announcements;
import dev.foyer.meeting.domain.Announcements.EntryExit;
import dev.foyer.meeting.domain.MeetingCommand.AllowStartWithoutPin;
import dev.foyer.meeting.domain.MeetingCommand.ClosePersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.UserMoment;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** We read what pin-service says that it writes, and what its later versions may add. */
class PinEventsContractTest {

    private static final Instant TIME = Instant.parse("2026-11-22T10:15:31Z");

    private final Examples pinEvents = Examples.pins("pin.events");
    private final Examples verified = Examples.pins("organizer.verified");
    private final PinReactions reactions = new PinReactions(
            new WhenUserEnabledThenOpenPersonalConference(),
            new WhenUserDisabledThenClosePersonalConference(),
            new WhenConferenceIdChangedThenMovePersonalConference(),
            new WhenPstnOnlyMeetingsChangedThenAllowStartWithoutPin(),
            new WhenOrganizerVerifiedThenStartMeeting());

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal"})
    void userEnabledOpensThePersonalConference(String which) {
        InboundEvent event = event("UserEnabled", pinEvents.json("UserEnabled.v1", which));
        assertEquals(
                new OpenPersonalConference("contoso.com", "u-17", false, new UserMoment(TIME, 12L)),
                WhenUserEnabledThenOpenPersonalConference.command(event));
        assertEquals("4711007", ConferenceIdField.personal(EventData.of(event)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal"})
    void userDisabledClosesIt(String which) {
        InboundEvent event = event("UserDisabled", pinEvents.json("UserDisabled.v1", which));
        assertEquals(
                new ClosePersonalConference("contoso.com", "u-17", new UserMoment(TIME, 12L)),
                WhenUserDisabledThenClosePersonalConference.command(event));
        assertEquals("4711007", ConferenceIdField.personal(EventData.of(event)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal"})
    @Tag("C3")
    void conferenceIdChangedClosesTheOldOneAndOpensTheNewOne(String which) {
        InboundEvent event = event("ConferenceIdChanged", pinEvents.json("ConferenceIdChanged.v1", which));
        assertEquals(
                new ClosePersonalConference("contoso.com", "u-17", new UserMoment(TIME, 12L)),
                WhenConferenceIdChangedThenMovePersonalConference.closing(event));
        assertEquals(
                new OpenPersonalConference("contoso.com", "u-17", false, new UserMoment(TIME, 12L)),
                WhenConferenceIdChangedThenMovePersonalConference.opening(event));
        assertEquals("4711007", ConferenceIdField.personal(EventData.of(event), "from"));
        assertEquals("8150042", ConferenceIdField.personal(EventData.of(event), "to"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal"})
    void pstnOnlyMeetingsChangedSaysWhoMayStart(String which) {
        InboundEvent event = event("PstnOnlyMeetingsChanged", pinEvents.json("PstnOnlyMeetingsChanged.v1", which));
        assertEquals(
                new AllowStartWithoutPin("contoso.com", "u-17", true, new UserMoment(TIME, 12L)),
                WhenPstnOnlyMeetingsChangedThenAllowStartWithoutPin.command(event));
        assertEquals("4711007", ConferenceIdField.personal(EventData.of(event)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal"})
    void organizerVerifiedStartsTheMeeting(String which) {
        InboundEvent event = event("OrganizerVerified", verified.json("OrganizerVerified.v1", which));
        assertEquals(
                new StartByOrganizer("contoso.com", "u-17", "call-1", Instant.parse("2026-11-22T10:15:30Z"), false),
                SignedVerifications.command(event));
        assertEquals("4711007", ConferenceIdField.any(EventData.of(event)));
    }

    @ParameterizedTest
    @CsvSource({"full, MANUAL", "minimal, AUTOMATIC"})
    @Tag("E2")
    void settingsSayHowLobbiesOpen(String which, Admission expected) {
        var table = new TenantSettingsTable();
        assertEquals(Admission.AUTOMATIC, table.of("contoso.com").admission());
        JsonNode settings = Examples.pins("tenant.settings").json("TenantSettingsChanged.v1", which);
        table.table().handler().handle(event("TenantSettingsChanged", settings));
        assertEquals(expected, table.of("contoso.com").admission());
    }

    @ParameterizedTest
    @CsvSource({"full, 5, TONE_ONLY, false", "minimal, , USE_NAMES, true"})
    @Tag("E7")
    @Tag("E8")
    void settingsSayWhoIsToldAndWhatIsAnnounced(String which, Integer minutes, EntryExit entryExit, boolean names) {
        var table = new TenantSettingsTable();
        JsonNode settings = Examples.pins("tenant.settings").json("TenantSettingsChanged.v1", which);
        table.table().handler().handle(event("TenantSettingsChanged", settings));
        assertEquals(minutes, table.of("contoso.com").alertMinutes());
        assertEquals(
                new Announcements(entryExit, names), table.of("contoso.com").announcements());
        assertEquals(Announcements.DEFAULT, table.of("fabrikam.com").announcements());
    }

    /** What a later pin-service may know beside these lets nobody in whom somebody might want to keep waiting. */
    @Test
    @Tag("E2")
    void aWordOfTomorrowLetsNobodyIn() {
        var table = new TenantSettingsTable();
        ObjectNode later = Examples.pins("tenant.settings")
                .json("TenantSettingsChanged.v1", "full")
                .deepCopy();
        later.withObject("settings").put("lobbyAdmission", "BY_VOTE").put("entryExitAnnouncements", "SUNG");
        table.table().handler().handle(event("TenantSettingsChanged", later));
        assertEquals(Admission.MANUAL, table.of("contoso.com").admission());
        assertEquals(EntryExit.OFF, table.of("contoso.com").announcements().entryExit());
    }

    @Test
    void theEventsIdIsTheCommands() {
        var meta =
                event("UserEnabled", pinEvents.json("UserEnabled.v1", "full")).meta(PinReactions.US);
        assertEquals("command-1.0", meta.commandId());
        assertEquals("correlation-1", meta.correlationId());
        assertEquals("meeting-service", meta.actor().name());
    }

    @Test
    void aFieldThatWeDoNotKnowIsIgnored() {
        assertEquals(
                new OpenPersonalConference("contoso.com", "u-17", false, new UserMoment(TIME, 12L)),
                WhenUserEnabledThenOpenPersonalConference.command(ofTomorrow("UserEnabled", pinEvents)));
        assertEquals(
                new ClosePersonalConference("contoso.com", "u-17", new UserMoment(TIME, 12L)),
                WhenUserDisabledThenClosePersonalConference.command(ofTomorrow("UserDisabled", pinEvents)));
        assertEquals(
                new StartByOrganizer("contoso.com", "u-17", "call-1", Instant.parse("2026-11-22T10:15:30Z"), false),
                SignedVerifications.command(ofTomorrow("OrganizerVerified", verified)));
    }

    private static InboundEvent ofTomorrow(String type, Examples examples) {
        ObjectNode later = examples.json(type + ".v1", "full").deepCopy();
        later.putObject("addedLater").put("x", 1);
        return event(type, later);
    }

    @Test
    void onlyTheseTypesMeanSomethingToUs() throws IOException {
        assertEquals(
                Set.of(
                        "foyer.pin.UserEnabled.v1",
                        "foyer.pin.UserDisabled.v1",
                        "foyer.pin.ConferenceIdChanged.v1",
                        "foyer.pin.PstnOnlyMeetingsChanged.v1"),
                understood(pinEvents, reactions.toEvents()));
        assertEquals(Set.of("foyer.pin.OrganizerVerified.v1"), understood(verified, reactions.toVerifications()));
        assertFalse(reactions.toVerifications().understands("foyer.pin.OrganizerVerified.v2"));
    }

    private static Set<String> understood(Examples topic, Reactions reactions) throws IOException {
        try (var files = Files.list(topic.folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".schema.json"))
                    .map(file -> "foyer.pin." + file.replace(".schema.json", ""))
                    .filter(reactions::understands)
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void aMissingOrUnusableFieldIsNamed() {
        ObjectNode broken = pinEvents.json("UserEnabled.v1", "full").deepCopy();
        broken.remove("userId");
        broken.put("conferenceId", "47");
        InboundEvent event = event("UserEnabled", broken);
        String missing = assertThrows(
                        Unacceptable.class, () -> WhenUserEnabledThenOpenPersonalConference.command(event))
                .getMessage();
        assertTrue(missing.contains("userId"), missing);
        assertThrows(Unacceptable.class, () -> ConferenceIdField.personal(EventData.of(event)));
    }

    private static InboundEvent event(String type, JsonNode data) {
        return new InboundEvent(
                new Envelope(
                        "command-1.0",
                        "/foyer/somebody",
                        "foyer.pin." + type + ".v1",
                        "contoso.com/u-17",
                        TIME,
                        "contoso.com",
                        12L),
                new Cause("admin", "conferencing-admin", "command-1", "correlation-1"),
                new Origin("pin.events", 0, 0, null, TIME),
                data);
    }
}

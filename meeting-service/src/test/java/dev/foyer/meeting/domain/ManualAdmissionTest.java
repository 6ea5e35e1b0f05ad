package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.LATER;
import static dev.foyer.meeting.domain.MeetingFixture.MANUAL_CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.admit;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.appJoined;
import static dev.foyer.meeting.domain.MeetingFixture.appJoins;
import static dev.foyer.meeting.domain.MeetingFixture.appLeaves;
import static dev.foyer.meeting.domain.MeetingFixture.appLeft;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.ended;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.hangUp;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.left;
import static dev.foyer.meeting.domain.MeetingFixture.organizerStarts;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.personalWithoutPin;
import static dev.foyer.meeting.domain.MeetingFixture.scheduled;
import static dev.foyer.meeting.domain.MeetingFixture.started;
import static dev.foyer.meeting.domain.MeetingFixture.startedManually;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.foyer.meeting.domain.MeetingEvent.CallerBecameLeader;
import dev.foyer.meeting.domain.MeetingEvent.CallersAdmitted;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.StartWithoutPinChanged;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingRefusal.CallNotHere;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingHasEnded;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingNotFound;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingNotStarted;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lobbies that open by somebody's word only (E2, {@code lobbyAdmission: MANUAL}). */
@Tag("E2")
class ManualAdmissionTest {

    private static final MeetingEvent[] RUNNING = {
        personal(), waiting("c-1"), waiting("c-2"), startedManually(StartedBy.APP, null), appJoined("p-1")
    };

    private static final Map<String, MeetingContext> TENANTS = Map.of("AUTOMATIC", CONTEXT, "MANUAL", MANUAL_CONTEXT);

    /** Two wait, c-1 and c-2; then comes what starts the meeting. Nobody else waited for is let in. */
    @ParameterizedTest
    @Tag("E1")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            tenant    | may start without PIN | started by | events
            AUTOMATIC | no                    | PIN of c-1 | MeetingStarted CallersAdmitted[c-1, c-2]
            AUTOMATIC | no                    | PIN of c-9 | MeetingStarted CallersAdmitted[c-1, c-2]
            AUTOMATIC | no                    | app        | MeetingStarted CallersAdmitted[c-1, c-2] ParticipantJoined
            AUTOMATIC | yes                   | c-9        | MeetingStarted CallersAdmitted[c-1, c-2] CallerJoined
            MANUAL    | no                    | PIN of c-1 | MeetingStarted CallersAdmitted[c-1]
            MANUAL    | no                    | PIN of c-9 | MeetingStarted
            MANUAL    | no                    | app        | MeetingStarted ParticipantJoined
            MANUAL    | no                    | c-9        | CallerWaiting
            MANUAL    | yes                   | PIN of c-1 | MeetingStarted CallersAdmitted[c-1, c-2]
            MANUAL    | yes                   | app        | MeetingStarted CallersAdmitted[c-1, c-2] ParticipantJoined
            MANUAL    | yes                   | c-9        | MeetingStarted CallersAdmitted[c-1, c-2] CallerJoined
            """)
    void whomTheStartLetsIn(String tenant, String withoutPin, String startedBy, String events) {
        MeetingEvent rule = new StartWithoutPinChanged(withoutPin.equals("yes"), LATER, null);
        MeetingCommand start = startedBy.equals("app")
                ? appJoins("p-1")
                : startedBy.startsWith("PIN of ")
                        ? organizerStarts(startedBy.substring("PIN of ".length()))
                        : dialIn(startedBy);
        var decided = given(personal(), waiting("c-1"), waiting("c-2"), rule).when(start, TENANTS.get(tenant));
        assertEquals(
                events,
                decided.events().stream().map(ManualAdmissionTest::shown).collect(joining(" ")));
    }

    private static String shown(MeetingEvent event) {
        String name = event.getClass().getSimpleName();
        return event instanceof CallersAdmitted admitted ? name + admitted.callIds() : name;
    }

    @Test
    @Tag("E3")
    void nobodyIsLetInBeforeTheStart() {
        given(personal(), waiting("c-1")).when(admit("c-1"), MANUAL_CONTEXT).thenRefused(new MeetingNotStarted());
        given(personal(), waiting("c-1")).when(admit(null), MANUAL_CONTEXT).thenRefused(new MeetingNotStarted());
    }

    @Test
    void oneOrAllAreLetInOnceEach() {
        given(RUNNING).when(admit("c-2"), CONTEXT).thenEvents(admitted("c-2"));
        given(RUNNING).when(admit(null), CONTEXT).thenEvents(admitted("c-1", "c-2"));
        given(with(admitted("c-2"))).when(admit("c-2"), CONTEXT).thenEvents();
        given(with(admitted("c-2"))).when(admit(null), CONTEXT).thenEvents(admitted("c-1"));
        given(with(admitted("c-1", "c-2"))).when(admit(null), CONTEXT).thenEvents();
    }

    @Test
    @Tag("E5")
    void whoIsNotHereIsNotLetIn() {
        given(RUNNING).when(admit("c-9"), CONTEXT).thenRefused(new CallNotHere());
        given(with(left("c-1"))).when(admit("c-1"), CONTEXT).thenRefused(new CallNotHere());
        given(with(left("c-1"))).when(admit(null), CONTEXT).thenEvents(admitted("c-2"));
    }

    @Test
    @Tag("F")
    void noOtherTenantLetsAnybodyIn() {
        given(RUNNING)
                .when(new MeetingCommand.Admit("fabrikam.com", null), CONTEXT)
                .thenRefused(new MeetingNotFound());
        given(scheduled(), ended(EndReason.ENDED)).when(admit(null), CONTEXT).thenRefused(new MeetingHasEnded());
    }

    /** Otherwise hanging up and dialling again would be the way in. */
    @Test
    void whoComesLaterWaitsToo() {
        given(RUNNING).when(dialIn("c-3"), CONTEXT).thenEvents(waiting("c-3"));
        assertInstanceOf(
                MeetingAnswer.InLobby.class,
                given(with(waiting("c-3"))).when(dialIn("c-3"), CONTEXT).answer());
        given(with(waiting("c-3"))).when(admit("c-3"), CONTEXT).thenEvents(admitted("c-3"));
    }

    @Test
    @Tag("E4")
    void aLeaderNeedsNobodysWord() {
        given(RUNNING)
                .when(organizerStarts("c-1"), CONTEXT)
                .thenEvents(new CallerBecameLeader("c-1", NOW), admitted("c-1"));
        given(RUNNING).when(organizerStarts("c-3"), CONTEXT).thenEvents(new CallerBecameLeader("c-3", NOW));
        given(with(new CallerBecameLeader("c-3", NOW)))
                .when(dialIn("c-3"), CONTEXT)
                .thenEvents(joined("c-3"));
    }

    @Test
    void whoMayStartWithoutPinNeedsNobodysWord() {
        given(with(new StartWithoutPinChanged(true, LATER, null)))
                .when(dialIn("c-3"), CONTEXT)
                .thenEvents(joined("c-3"));
        given(personalWithoutPin(), started(StartedBy.CALLER, null), joined("c-1"))
                .when(dialIn("c-3"), MANUAL_CONTEXT)
                .thenEvents(joined("c-3"));
    }

    /** The setting counts at the start, for as long as the meeting runs. */
    @Test
    void aMeetingKeepsWhatHeldAtItsStart() {
        given(RUNNING).when(dialIn("c-3"), CONTEXT).thenEvents(waiting("c-3"));
        given(personal(), started(StartedBy.APP, null), appJoined("p-1"))
                .when(dialIn("c-3"), MANUAL_CONTEXT)
                .thenEvents(joined("c-3"));
    }

    @Test
    @Tag("E6")
    void itEndsWhenNobodyIsLeftNorWaits() {
        given(RUNNING).when(appLeaves("p-1"), CONTEXT).thenEvents(appLeft("p-1"));
        given(RUNNING).when(hangUp("c-1"), CONTEXT).thenEvents(left("c-1"));
        given(with(appLeft("p-1"), left("c-1")))
                .when(hangUp("c-2"), CONTEXT)
                .thenEvents(left("c-2"), ended(EndReason.LAST_LEFT));
    }

    private static MeetingEvent[] with(MeetingEvent... more) {
        MeetingEvent[] all = Arrays.copyOf(RUNNING, RUNNING.length + more.length);
        System.arraycopy(more, 0, all, RUNNING.length, more.length);
        return all;
    }
}

package dev.foyer.meeting.domain;

import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.meeting.domain.MeetingCommand.Admit;
import dev.foyer.meeting.domain.MeetingCommand.AllowStartWithoutPin;
import dev.foyer.meeting.domain.MeetingCommand.ClosePersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingCommand.HangUp;
import dev.foyer.meeting.domain.MeetingCommand.JoinFromApp;
import dev.foyer.meeting.domain.MeetingCommand.LeaveFromApp;
import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.MeetingEvent.CallerJoined;
import dev.foyer.meeting.domain.MeetingEvent.CallerWaiting;
import dev.foyer.meeting.domain.MeetingEvent.CallersAdmitted;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.Kind;
import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import dev.foyer.meeting.domain.MeetingEvent.MeetingScheduled;
import dev.foyer.meeting.domain.MeetingEvent.MeetingStarted;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantJoined;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantLeft;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import java.time.Instant;
import java.util.List;

/** Short words for the histories and commands of Amos's meeting; everything happens at {@link #NOW} unless said. */
public final class MeetingFixture {

    public static final String CONTOSO = "contoso.com";
    public static final String AMOS = "u-amos";
    public static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    public static final Instant EARLIER = NOW.minusSeconds(60);
    public static final Instant LATER = NOW.plusSeconds(60);

    private MeetingFixture() {}

    public static DeciderTester<Meeting, MeetingCommand, MeetingEvent, MeetingRefusal, MeetingAnswer, MeetingContext>
            given(MeetingEvent... history) {
        return DeciderTester.given(new MeetingDecider(), List.of(history));
    }

    public static final MeetingContext CONTEXT = new MeetingContext(NOW);

    /** Of a tenant whose lobbies open by somebody's word only. */
    public static final MeetingContext MANUAL_CONTEXT =
            new MeetingContext(NOW, tenant -> new LobbyRule(Admission.MANUAL, 100));

    public static MeetingScheduled scheduled() {
        return new MeetingScheduled(CONTOSO, AMOS, "Budget", false, false, EARLIER, null);
    }

    public static MeetingScheduled personal() {
        return new MeetingScheduled(CONTOSO, AMOS, null, true, false, EARLIER, null);
    }

    public static MeetingScheduled personalWithoutPin() {
        return new MeetingScheduled(CONTOSO, AMOS, null, true, true, EARLIER, null);
    }

    public static MeetingStarted started(StartedBy by, String leaderCallId) {
        return new MeetingStarted(by, leaderCallId, NOW, Admission.AUTOMATIC);
    }

    /** A start after which people let each other in. */
    public static MeetingStarted startedManually(StartedBy by, String leaderCallId) {
        return new MeetingStarted(by, leaderCallId, NOW, Admission.MANUAL);
    }

    public static MeetingStarted startedByPin(String callId) {
        return started(StartedBy.ORGANIZER_PIN, callId);
    }

    public static CallerWaiting waiting(String callId) {
        return new CallerWaiting(call(callId), NOW);
    }

    public static CallersAdmitted admitted(String... callIds) {
        return new CallersAdmitted(List.of(callIds), NOW);
    }

    public static CallerJoined joined(String callId) {
        return new CallerJoined(call(callId), NOW);
    }

    public static ParticipantJoined appJoined(String participantId) {
        return new ParticipantJoined(participantId, "Amos Marble", NOW, NOW);
    }

    public static ParticipantLeft left(String callId) {
        return new ParticipantLeft(callId, Kind.CALLER, NOW, null);
    }

    public static ParticipantLeft appLeft(String participantId) {
        return new ParticipantLeft(participantId, Kind.APP, NOW, null, NOW);
    }

    public static MeetingEnded ended(EndReason reason) {
        return new MeetingEnded(reason, NOW);
    }

    public static Call call(String callId) {
        return new Call(callId, "+390212345678", null);
    }

    public static DialIn dialIn(String callId) {
        return new DialIn(CONTOSO, call(callId));
    }

    public static Admit admit(String callId) {
        return new Admit(CONTOSO, callId);
    }

    public static HangUp hangUp(String callId) {
        return new HangUp(CONTOSO, callId, null);
    }

    public static JoinFromApp appJoins(String participantId) {
        return new JoinFromApp(CONTOSO, participantId, "Amos Marble");
    }

    public static LeaveFromApp appLeaves(String participantId) {
        return new LeaveFromApp(CONTOSO, participantId);
    }

    public static AllowStartWithoutPin mayStart(boolean allowed, Instant at) {
        return new AllowStartWithoutPin(CONTOSO, AMOS, allowed, new UserMoment(at, null));
    }

    /** Amos's PIN was right, and it is decided for good what that means. */
    public static StartByOrganizer organizerStarts(String callId) {
        return new StartByOrganizer(CONTOSO, AMOS, callId, NOW, true);
    }

    public static OpenPersonalConference enabled(String userId, Instant at) {
        return new OpenPersonalConference(CONTOSO, userId, false, new UserMoment(at, null));
    }

    public static ClosePersonalConference disabled(String userId, Instant at) {
        return new ClosePersonalConference(CONTOSO, userId, new UserMoment(at, null));
    }
}

package dev.foyer.meeting.journal;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.eventsourcing.JournalFormat;
import dev.foyer.eventsourcing.JsonFormat;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingEvent;
import dev.foyer.meeting.domain.bridge.BridgeAnswer;
import dev.foyer.meeting.domain.bridge.BridgeEvent;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegEvent;
import dev.foyer.meeting.domain.numbering.ChoiceEvent;
import java.util.Map;

/** The stored formats. Immutable, thread-safe. */
public final class MeetingJournal {

    /** Raised with every change of what is stored ({@code docs/design/formats.md}); 2 is the first that stands in the records. */
    public static final int FORMAT = 10;

    private static final JsonMapper JSON = Json.mapper().build();

    private MeetingJournal() {}

    /** Events of meetings. */
    public static JournalFormat<MeetingEvent> events() {
        return JsonFormat.of(
                MeetingEvent.class,
                JSON,
                Map.ofEntries(
                        entry("MeetingScheduled", MeetingEvent.MeetingScheduled.class),
                        entry("StartWithoutPinChanged", MeetingEvent.StartWithoutPinChanged.class),
                        entry("MeetingStarted", MeetingEvent.MeetingStarted.class),
                        entry("CallerWaiting", MeetingEvent.CallerWaiting.class),
                        entry("CallersAdmitted", MeetingEvent.CallersAdmitted.class),
                        entry("OrganizerAlerted", MeetingEvent.OrganizerAlerted.class),
                        entry("CallTurnedAway", MeetingEvent.CallTurnedAway.class),
                        entry("CallerJoined", MeetingEvent.CallerJoined.class),
                        entry("CallerBecameLeader", MeetingEvent.CallerBecameLeader.class),
                        entry("ParticipantJoined", MeetingEvent.ParticipantJoined.class),
                        entry("ParticipantTold", MeetingEvent.ParticipantTold.class),
                        entry("ParticipantLeft", MeetingEvent.ParticipantLeft.class),
                        entry("TimeLimitReached", MeetingEvent.TimeLimitReached.class),
                        entry("MeetingEnded", MeetingEvent.MeetingEnded.class),
                        entry("MeetingClosed", MeetingEvent.MeetingClosed.class),
                        entry("MeetingForgotten", MeetingEvent.MeetingForgotten.class),
                        entry("VerificationIgnored", MeetingEvent.VerificationIgnored.class)));
    }

    /** Answers to repeated commands. */
    public static JournalFormat<MeetingAnswer> answers() {
        return JsonFormat.of(
                MeetingAnswer.class,
                JSON,
                Map.of(
                        "InLobby", MeetingAnswer.InLobby.class,
                        "Joined", MeetingAnswer.Joined.class,
                        "Noted", MeetingAnswer.Noted.class));
    }

    /** Events of call legs. */
    public static JournalFormat<LegEvent> legs() {
        return JsonFormat.of(
                LegEvent.class,
                JSON,
                Map.ofEntries(
                        entry("LegSent", LegEvent.LegSent.class),
                        entry("LegHungUp", LegEvent.LegHungUp.class),
                        entry("LegAlive", LegEvent.LegAlive.class),
                        entry("SilenceQuestioned", LegEvent.SilenceQuestioned.class),
                        entry("BridgeKnown", LegEvent.BridgeKnown.class),
                        entry("LegFellSilent", LegEvent.LegFellSilent.class),
                        entry("ArrivalToldAgain", LegEvent.ArrivalToldAgain.class),
                        entry("LeavingTold", LegEvent.LeavingTold.class),
                        entry("LegTurnedAway", LegEvent.LegTurnedAway.class),
                        entry("ConferenceLeft", LegEvent.ConferenceLeft.class),
                        entry("LeavingOverdue", LegEvent.LeavingOverdue.class),
                        entry("LegForgotten", LegEvent.LegForgotten.class)));
    }

    /** Answers to repeated commands of call legs. */
    public static JournalFormat<LegAnswer> legAnswers() {
        return JsonFormat.of(
                LegAnswer.class,
                JSON,
                Map.of(
                        "Sent", LegAnswer.Sent.class,
                        "Elsewhere", LegAnswer.Elsewhere.class,
                        "Gone", LegAnswer.Gone.class,
                        "NeverHeardOf", LegAnswer.NeverHeardOf.class,
                        "Alive", LegAnswer.Alive.class,
                        "LegNoted", LegAnswer.LegNoted.class));
    }

    /** Events of bridges. */
    public static JournalFormat<BridgeEvent> bridges() {
        return JsonFormat.of(BridgeEvent.class, JSON, Map.of("BridgeBeats", BridgeEvent.BridgeBeats.class));
    }

    /** Answers to repeated commands of bridges. */
    public static JournalFormat<BridgeAnswer> bridgeAnswers() {
        return JsonFormat.of(BridgeAnswer.class, JSON, Map.of("Beats", BridgeAnswer.Beats.class));
    }

    /** Choices of conference IDs, as event and as answer. */
    public static JournalFormat<ChoiceEvent> choices() {
        return JsonFormat.of(
                ChoiceEvent.class,
                JSON,
                Map.of(
                        "ConferenceIdChosen", ChoiceEvent.ConferenceIdChosen.class,
                        "ChoiceForgotten", ChoiceEvent.ChoiceForgotten.class));
    }
}

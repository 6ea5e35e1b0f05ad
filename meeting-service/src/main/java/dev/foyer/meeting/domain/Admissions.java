package dev.foyer.meeting.domain;

import static dev.foyer.eventsourcing.Decision.accept;
import static dev.foyer.eventsourcing.Decision.refuse;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.MeetingAnswer.Noted;
import dev.foyer.meeting.domain.MeetingCommand.Admit;
import dev.foyer.meeting.domain.MeetingEvent.CallersAdmitted;
import dev.foyer.meeting.domain.MeetingRefusal.CallNotHere;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingHasEnded;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingNotFound;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingNotStarted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who is let in (E2), and never before the start (E3). Who is in already stays, so asking again is harmless. */
final class Admissions {

    /** Keeps one journal record far below a broker's 1 MB, however large the lobby and however long the call ids. */
    static final int PER_EVENT = 1_000;

    private Admissions() {}

    static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> admit(Meeting state, Admit command, Instant now) {
        String callId = command.callId();
        return switch (state) {
            case Meeting.Running it
            when callId == null -> accept(new Noted(), of(it.lobby().callIds(), now));
            case Meeting.Running it when it.lobby().holds(callId) -> accept(new Noted(), of(List.of(callId), now));
            case Meeting.Running it when it.attendance().hasCaller(callId) -> accept(new Noted());
            case Meeting.Running _ -> refuse(new CallNotHere());
            case Meeting.Waiting _ -> refuse(new MeetingNotStarted());
            case Meeting.Ended _ -> refuse(new MeetingHasEnded());
            case Meeting.Unknown _, Meeting.Closed _ -> refuse(new MeetingNotFound());
        };
    }

    /** Few events for many legs, each leg in one of them; none for nobody. */
    static List<MeetingEvent> of(List<String> callIds, Instant now) {
        List<MeetingEvent> events = new ArrayList<>();
        for (int from = 0; from < callIds.size(); from += PER_EVENT) {
            int to = Math.min(callIds.size(), from + PER_EVENT);
            events.add(new CallersAdmitted(List.copyOf(callIds.subList(from, to)), now));
        }
        return events;
    }
}

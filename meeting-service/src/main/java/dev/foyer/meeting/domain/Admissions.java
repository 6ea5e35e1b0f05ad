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

    /**
     * Of the ids in one event: keeps a journal record far below a broker's 1 MB, however long the ids, and ten thousand of the usual
     * length together, who are then let in at once and not one by one.
     */
    static final int MOST_BYTES = 500_000;

    /** Quotes and a comma. */
    private static final int AROUND = 3;

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
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < callIds.size(); i++) {
            int more = AROUND + bytes(callIds.get(i));
            if (i > from && bytes + more > MOST_BYTES) {
                events.add(new CallersAdmitted(List.copyOf(callIds.subList(from, i)), now));
                from = i;
                bytes = 0;
            }
            bytes += more;
        }
        if (from < callIds.size()) {
            events.add(new CallersAdmitted(List.copyOf(callIds.subList(from, callIds.size())), now));
        }
        return events;
    }

    /** As JSON in UTF-8. */
    private static int bytes(String callId) {
        int bytes = 0;
        for (int i = 0; i < callId.length(); i++) {
            char c = callId.charAt(i);
            if (c < 0x80) {
                bytes += c == '"' || c == '\\' ? 2 : 1;
            } else if (Character.isSurrogate(c)) {
                bytes += 6; // Jackson escapes it
            } else {
                bytes += c < 0x800 ? 2 : 3;
            }
        }
        return bytes;
    }
}

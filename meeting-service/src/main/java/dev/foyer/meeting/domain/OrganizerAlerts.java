package dev.foyer.meeting.domain;

import static dev.foyer.eventsourcing.Decision.accept;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.MeetingAnswer.Noted;
import dev.foyer.meeting.domain.MeetingEvent.OrganizerAlerted;
import java.time.Instant;
import java.util.Optional;

/**
 * The organizer is told that somebody has been waiting for long (E7): once from when a lobby has somebody until it has nobody.
 * Where admission is automatic nobody waits in a running meeting, so nobody is told anything then.
 */
final class OrganizerAlerts {

    private OrganizerAlerts() {}

    /** When, unless whoever waits longest goes before. */
    static Optional<Instant> due(Meeting state) {
        return switch (state) {
            case Meeting.Waiting it -> it.lobby().alertDue();
            case Meeting.Running it -> it.lobby().alertDue();
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> Optional.empty();
        };
    }

    /** A timer is harmless when they are gone, or were let in, meanwhile. */
    static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> alert(Meeting state, Instant now) {
        if (due(state).filter(time -> !now.isBefore(time)).isEmpty()) {
            return accept(new Noted());
        }
        return switch (state) {
            case Meeting.Waiting it -> accept(new Noted(), of(it.lobby(), now));
            case Meeting.Running it -> accept(new Noted(), of(it.lobby(), now));
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> accept(new Noted());
        };
    }

    private static OrganizerAlerted of(Lobby lobby, Instant now) {
        return new OrganizerAlerted(
                lobby.waitingSince().orElseThrow(), lobby.calls().size(), now);
    }
}

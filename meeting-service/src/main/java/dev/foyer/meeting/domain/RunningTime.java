package dev.foyer.meeting.domain;

import dev.foyer.meeting.domain.MeetingEvent.MeetingStarted;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import java.time.Instant;

/**
 * How long a meeting has been running; what its time limits (E6) are counted from. Immutable.
 *
 * @param lastChange when somebody last came, went, or became leader
 */
public record RunningTime(StartedBy startedBy, Instant startedAt, Instant lastChange) {

    static RunningTime of(MeetingStarted event) {
        return new RunningTime(event.startedBy(), event.at(), event.at());
    }

    RunningTime changed(Instant at) {
        return new RunningTime(startedBy, startedAt, at);
    }
}

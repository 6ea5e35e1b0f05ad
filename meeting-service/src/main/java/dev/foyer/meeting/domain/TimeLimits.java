package dev.foyer.meeting.domain;

import static dev.foyer.eventsourcing.Decision.accept;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Timers;
import dev.foyer.meeting.domain.MeetingAnswer.Noted;
import dev.foyer.meeting.domain.MeetingCommand.AlertOrganizer;
import dev.foyer.meeting.domain.MeetingCommand.EndAtTimeLimit;
import dev.foyer.meeting.domain.MeetingCommand.ForgetMeeting;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.Limit;
import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingEvent.TimeLimitReached;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a meeting by time alone: its organizer is told that somebody waits (E7); a running one ends by itself when
 * nothing changes any more, or when nobody in it ever signed in (E6); one that is over is forgotten.
 */
public final class TimeLimits implements Timers<Meeting, MeetingCommand> {

    static final Duration UNCHANGED = Duration.ofHours(24);
    static final Duration ONLY_CALLERS = Duration.ofHours(4);

    @Override
    public Optional<Instant> due(Meeting state) {
        return switch (state) {
            case Meeting.Waiting _ -> OrganizerAlerts.due(state);
            case Meeting.Running it ->
                Optional.of(alertComesFirst(it) ? it.lobby().alertDue().orElseThrow() : next(it).at());
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> Forgetfulness.due(state);
        };
    }

    @Override
    public MeetingCommand command(Meeting state) {
        return switch (state) {
            case Meeting.Waiting _ -> new AlertOrganizer();
            case Meeting.Running it -> alertComesFirst(it) ? new AlertOrganizer() : new EndAtTimeLimit();
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> new ForgetMeeting();
        };
    }

    private static boolean alertComesFirst(Meeting.Running it) {
        return it.lobby().alertDue().filter(due -> due.isBefore(next(it).at())).isPresent();
    }

    /** A timer is harmless when the meeting ended or went on meanwhile. */
    static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> end(Meeting state, Instant now) {
        return switch (state) {
            case Meeting.Running it
            when !now.isBefore(next(it).at()) -> accept(new Noted(), next(it), new MeetingEnded(EndReason.ENDED, now));
            case Meeting.Running _, Meeting.Unknown _, Meeting.Waiting _, Meeting.Ended _, Meeting.Closed _ ->
                accept(new Noted());
        };
    }

    /** The limit that this meeting reaches first if nothing changes. */
    private static TimeLimitReached next(Meeting.Running it) {
        RunningTime time = it.runningTime();
        Instant unchanged = time.lastChange().plus(UNCHANGED);
        Instant onlyCallers = time.startedAt().plus(ONLY_CALLERS);
        boolean nobodySignedIn = time.startedBy() == StartedBy.CALLER
                && it.attendance().participants().isEmpty();
        return nobodySignedIn && onlyCallers.isBefore(unchanged)
                ? new TimeLimitReached(Limit.ONLY_CALLERS, onlyCallers)
                : new TimeLimitReached(Limit.UNCHANGED, unchanged);
    }
}

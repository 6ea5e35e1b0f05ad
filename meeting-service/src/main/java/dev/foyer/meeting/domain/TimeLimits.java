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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of a meeting by time alone: its organizer is told that somebody waits (E7); a running one ends by itself when
 * nothing changes any more, or when nobody in it ever signed in (E6); who waits for a day is on no line any more; what was
 * scheduled and never used ends after a year; one that is over is forgotten.
 */
public final class TimeLimits implements Timers<Meeting, MeetingCommand> {

    static final Duration UNCHANGED = Duration.ofHours(24);
    static final Duration ONLY_CALLERS = Duration.ofHours(4);

    /** Nobody listens to music for so long: their bridge has died, or keeps a line open that nobody is on. */
    static final Duration WAITED = Duration.ofHours(24);

    /** A meeting has no date here; more than a year ahead nobody schedules one. */
    static final Duration UNUSED = Duration.ofDays(365);

    /** As one journal record for each of them is needed, no more than these leave at a time; the timer comes again at once. */
    static final int MOST_AT_ONCE = 200;

    @Override
    public Optional<Instant> due(Meeting state) {
        return switch (state) {
            case Meeting.Waiting it -> earlier(it.lobby().alertDue(), over(it));
            case Meeting.Running it -> earlier(it.lobby().alertDue(), over(it));
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> Forgetfulness.due(state);
        };
    }

    @Override
    public MeetingCommand command(Meeting state) {
        return switch (state) {
            case Meeting.Waiting it -> command(it.lobby().alertDue(), over(it));
            case Meeting.Running it -> command(it.lobby().alertDue(), over(it));
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> new ForgetMeeting();
        };
    }

    private static MeetingCommand command(Optional<Instant> alert, Optional<Instant> over) {
        return earlier(alert, over).equals(over) ? new EndAtTimeLimit() : new AlertOrganizer();
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }

    /** When somebody has waited for too long, or nobody ever came. */
    private static Optional<Instant> over(Meeting.Waiting it) {
        return it.lobby().nobody() && !it.booking().personal()
                ? Optional.of(it.booking().since().plus(UNUSED))
                : waited(it.lobby());
    }

    private static Optional<Instant> over(Meeting.Running it) {
        return earlier(waited(it.lobby()), Optional.of(next(it).at()));
    }

    private static Optional<Instant> waited(Lobby lobby) {
        return lobby.waitingSince().map(since -> since.plus(WAITED));
    }

    /** A timer is harmless when the meeting ended or went on meanwhile. */
    static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> end(Meeting state, Instant now) {
        return switch (state) {
            case Meeting.Running it
            when !now.isBefore(next(it).at()) -> accept(new Noted(), next(it), new MeetingEnded(EndReason.ENDED, now));
            case Meeting.Running it -> accept(new Noted(), Leaving.gaveUp(it, waitedUntil(it.lobby(), now), now));
            case Meeting.Waiting it
            when !it.lobby().nobody() -> accept(new Noted(), Leaving.gaveUp(waitedUntil(it.lobby(), now), now));
            case Meeting.Waiting it
            when over(it).filter(time -> !now.isBefore(time)).isPresent() ->
                accept(new Noted(), new MeetingEnded(EndReason.ENDED, now));
            case Meeting.Unknown _, Meeting.Waiting _, Meeting.Ended _, Meeting.Closed _ -> accept(new Noted());
        };
    }

    /** Those who have waited for too long; they are the first of the lobby. */
    private static List<String> waitedUntil(Lobby lobby, Instant now) {
        long since = now.minus(WAITED).toEpochMilli();
        return lobby.calls().values().stream()
                .takeWhile(call -> call.since() != null && call.since() <= since)
                .limit(MOST_AT_ONCE)
                .map(Call::id)
                .toList();
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

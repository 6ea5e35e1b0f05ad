package dev.foyer.meeting.domain;

import static dev.foyer.eventsourcing.Decision.accept;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.meeting.domain.MeetingAnswer.Noted;
import dev.foyer.meeting.domain.MeetingEvent.MeetingForgotten;
import dev.foyer.meeting.domain.MeetingEvent.VerificationIgnored;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When nobody need know of a meeting any more that is over, and why that is safe: {@code docs/design/ends.md}. From then on its
 * conference ID is like one that nobody has heard of.
 */
public final class Forgetfulness {

    /** A day, within which what was done may be asked for again under the same key, and an hour for clocks that differ. */
    public static final Duration KEPT = Duration.ofHours(25);

    private Forgetfulness() {}

    /** When it is to be forgotten; nothing while there is a meeting. */
    static Optional<Instant> due(Meeting state) {
        return switch (state) {
            case Meeting.Unknown it -> Optional.ofNullable(it.heardAt()).map(Forgetfulness::after);
            case Meeting.Ended it -> Optional.of(after(it.heardAt()));
            case Meeting.Closed it -> Optional.of(after(it.heardAt()));
            case Meeting.Waiting _, Meeting.Running _ -> Optional.empty();
        };
    }

    /** A timer is harmless when the conference ID has a meeting again. */
    static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> forget(Meeting state, Instant now) {
        return due(state).filter(time -> !now.isBefore(time)).isPresent()
                ? accept(new Noted(), new MeetingForgotten(now))
                : accept(new Noted());
    }

    static boolean isOver(Meeting state) {
        return state instanceof Meeting.Unknown(Instant heardAt) && heardAt == null;
    }

    static Meeting heard(Meeting state, VerificationIgnored event) {
        return switch (state) {
            case Meeting.Unknown _ -> new Meeting.Unknown(event.at());
            case Meeting.Ended it -> new Meeting.Ended(it.tenant(), event.at());
            case Meeting.Closed it ->
                new Meeting.Closed(it.tenant(), it.organizerId(), it.at(), it.sequence(), event.at());
            case Meeting.Waiting _, Meeting.Running _ -> state;
        };
    }

    static Meeting forgotten(Meeting state, MeetingForgotten event) {
        return switch (state) {
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> new Meeting.Unknown(null);
            case Meeting.Waiting _, Meeting.Running _ -> throw new ImpossibleEvent(state, event);
        };
    }

    private static Instant after(Instant heardAt) {
        return heardAt.plus(KEPT);
    }
}

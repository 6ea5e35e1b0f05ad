package dev.foyer.meeting.domain;

import static dev.foyer.eventsourcing.Decision.accept;
import static dev.foyer.eventsourcing.Decision.refuse;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.MeetingAnswer.Noted;
import dev.foyer.meeting.domain.MeetingCommand.ClosePersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.ScheduleMeeting;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.MeetingClosed;
import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import dev.foyer.meeting.domain.MeetingEvent.MeetingScheduled;
import dev.foyer.meeting.domain.MeetingRefusal.ConferenceIdTaken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose a conference ID is (C2). For personal ones pin-service has the say. Its events are ordered per user only, by the
 * user's sequence, so when an ID goes from one user to another, the second's arrival may come before the first's leaving:
 * only then the time decides, and the later of the two has it. An ID that its user has left is the next one's who comes.
 */
final class Ownership {

    private Ownership() {}

    static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> schedule(
            Meeting state, ScheduleMeeting command, Instant now) {
        return switch (state) {
            case Meeting.Unknown _ ->
                accept(
                        new Noted(),
                        new MeetingScheduled(
                                command.tenant(),
                                command.organizerId(),
                                command.subject(),
                                false,
                                command.startWithoutPin(),
                                now,
                                null));
            case Meeting.Waiting _, Meeting.Running _, Meeting.Ended _, Meeting.Closed _ ->
                refuse(new ConferenceIdTaken());
        };
    }

    static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> open(
            Meeting state, OpenPersonalConference command, Instant now) {
        return switch (state) {
            case Meeting.Unknown _ -> accept(new Noted(), opened(command));
            case Meeting.Closed it ->
                it.isNoNews(command.tenant(), command.organizerId(), command.enabled())
                        ? accept(new Noted())
                        : accept(new Noted(), opened(command));
            case Meeting.Waiting it -> takeOver(it.booking(), !it.lobby().nobody(), command, now);
            case Meeting.Running it -> takeOver(it.booking(), true, command, now);
            case Meeting.Ended _ -> refuse(new ConferenceIdTaken());
        };
    }

    static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> close(
            Meeting state, ClosePersonalConference command, Instant now) {
        return switch (state) {
            case Meeting.Waiting it
            when mayClose(it.booking(), command) ->
                accept(new Noted(), closing(!it.lobby().nobody(), command.disabled(), now));
            case Meeting.Running it
            when mayClose(it.booking(), command) -> accept(new Noted(), closing(true, command.disabled(), now));
            case Meeting.Unknown _, Meeting.Waiting _, Meeting.Running _, Meeting.Ended _, Meeting.Closed _ ->
                accept(new Noted());
        };
    }

    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> takeOver(
            Booking current, boolean somebodyThere, OpenPersonalConference command, Instant now) {
        if (!current.personal()) {
            return refuse(new ConferenceIdTaken());
        }
        if (current.organizedBy(command.tenant(), command.organizerId())
                || !command.enabled().at().isAfter(current.since())) {
            return accept(new Noted());
        }
        List<MeetingEvent> events = new ArrayList<>(
                closing(somebodyThere, new UserMoment(command.enabled().at(), null), now));
        events.add(opened(command));
        return accept(new Noted(), events);
    }

    private static boolean mayClose(Booking current, ClosePersonalConference command) {
        return current.personal()
                && current.organizedBy(command.tenant(), command.organizerId())
                && !current.opened().isAfter(command.disabled());
    }

    /** Whoever is there or waits is told that the meeting ended before the ID dies. */
    private static List<MeetingEvent> closing(boolean somebodyThere, UserMoment left, Instant now) {
        MeetingClosed closed = new MeetingClosed(left.at(), left.sequence());
        return somebodyThere ? List.of(new MeetingEnded(EndReason.CLOSED, now), closed) : List.<MeetingEvent>of(closed);
    }

    private static MeetingScheduled opened(OpenPersonalConference command) {
        return new MeetingScheduled(
                command.tenant(),
                command.organizerId(),
                null,
                true,
                command.startWithoutPin(),
                command.enabled().at(),
                command.enabled().sequence());
    }
}

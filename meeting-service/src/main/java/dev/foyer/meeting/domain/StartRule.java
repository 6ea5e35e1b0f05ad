package dev.foyer.meeting.domain;

import static dev.foyer.eventsourcing.Decision.accept;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.MeetingAnswer.Noted;
import dev.foyer.meeting.domain.MeetingCommand.AllowStartWithoutPin;
import dev.foyer.meeting.domain.MeetingEvent.StartWithoutPinChanged;

/**
 * Whether callers may start a personal conference (E1). pin-service has the say; stale events and those of another user's
 * conference change nothing. A new rule holds from the next arrival on: it starts no meeting for those who wait already,
 * and ends none that runs.
 */
final class StartRule {

    private StartRule() {}

    static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> allow(Meeting state, AllowStartWithoutPin command) {
        boolean changes = switch (state) {
            case Meeting.Waiting it -> changes(it.booking(), command);
            case Meeting.Running it -> changes(it.booking(), command);
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> false;
        };
        return changes
                ? accept(
                        new Noted(),
                        new StartWithoutPinChanged(
                                command.allowed(),
                                command.changed().at(),
                                command.changed().sequence()))
                : accept(new Noted());
    }

    private static boolean changes(Booking current, AllowStartWithoutPin command) {
        return current.personal()
                && current.organizedBy(command.tenant(), command.organizerId())
                && command.changed().isAfter(current.startRuleSet());
    }
}

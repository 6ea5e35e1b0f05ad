package dev.foyer.meeting.domain;

import dev.foyer.meeting.domain.MeetingEvent.MeetingScheduled;
import dev.foyer.meeting.domain.MeetingEvent.StartWithoutPinChanged;
import java.time.Instant;

/**
 * Whose meeting it is and how it may start; only how a personal conference may start can change.
 *
 * @param subject what the organizer called it, or {@code null}
 * @param personal a static conference of a user, which waits for its next start after each end
 * @param startWithoutPin whether an anonymous caller may start it
 * @param startRuleSince when that was last set, by pin-service's clock
 * @param startRuleSequence of that, see {@link UserMoment}: older events change nothing
 * @param since when it was scheduled, or for a personal conference when its user was enabled, by pin-service's clock
 * @param sequence of that, see {@link UserMoment}
 */
public record Booking(
        String tenant,
        String organizerId,
        String subject,
        boolean personal,
        boolean startWithoutPin,
        Instant startRuleSince,
        Long startRuleSequence,
        Instant since,
        Long sequence) {

    static Booking of(MeetingScheduled event) {
        return new Booking(
                event.tenant(),
                event.organizerId(),
                event.subject(),
                event.personal(),
                event.startWithoutPin(),
                event.at(),
                event.sequence(),
                event.at(),
                event.sequence());
    }

    Booking with(StartWithoutPinChanged event) {
        return new Booking(
                tenant, organizerId, subject, personal, event.allowed(), event.at(), event.sequence(), since, sequence);
    }

    /** When it became its user's. */
    UserMoment opened() {
        return new UserMoment(since, sequence);
    }

    /** When it was last said how it may start. */
    UserMoment startRuleSet() {
        return new UserMoment(startRuleSince, startRuleSequence);
    }

    boolean organizedBy(String someTenant, String someUser) {
        return tenant.equals(someTenant) && organizerId.equals(someUser);
    }
}

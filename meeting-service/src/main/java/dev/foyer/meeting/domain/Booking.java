package dev.foyer.meeting.domain;

import dev.foyer.meeting.domain.MeetingEvent.MeetingScheduled;
import java.time.Instant;

/**
 * Whose meeting it is and how it may start; the same from scheduling to end.
 *
 * @param subject what the organizer called it, or {@code null}
 * @param personal a static conference of a user, which waits for its next start after each end
 * @param startWithoutPin whether an anonymous caller may start it
 * @param since when it was scheduled, or for a personal conference when its user was enabled, by pin-service's clock
 */
public record Booking(
        String tenant, String organizerId, String subject, boolean personal, boolean startWithoutPin, Instant since) {

    static Booking of(MeetingScheduled event) {
        return new Booking(
                event.tenant(),
                event.organizerId(),
                event.subject(),
                event.personal(),
                event.startWithoutPin(),
                event.at());
    }

    boolean organizedBy(String someTenant, String someUser) {
        return tenant.equals(someTenant) && organizerId.equals(someUser);
    }
}

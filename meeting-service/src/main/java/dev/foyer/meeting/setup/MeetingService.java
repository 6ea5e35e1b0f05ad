package dev.foyer.meeting.setup;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.meeting.inbound.PinEvents;
import dev.foyer.meeting.inbound.WhenOrganizerVerifiedThenStartMeeting;
import dev.foyer.service.eventsourced.EventSourcedService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The parts of this service. The two topics have a reader each: a verification may have to wait until the other reader
 * has seen the user's enabling.
 */
@ApplicationScoped
public class MeetingService implements EventSourcedService {

    @Inject
    PinEvents pinEvents;

    @Inject
    WhenOrganizerVerifiedThenStartMeeting organizerVerified;

    @Override
    public List<AggregateType<?, ?, ?, ?, ?, ?>> aggregates() {
        return List.of(MeetingAggregates.MEETING, MeetingAggregates.CHOICE);
    }

    @Override
    public List<Inbound> inbound() {
        return List.of(
                new Inbound(List.of(PinEvents.TOPIC), pinEvents),
                new Inbound(List.of(WhenOrganizerVerifiedThenStartMeeting.TOPIC), organizerVerified));
    }
}

package dev.foyer.meeting.setup;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.meeting.inbound.PinReactions;
import dev.foyer.meeting.inbound.PinTopics;
import dev.foyer.service.eventsourced.EventSourcedService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What meeting-service consists of. The two topics have a reader each: a PIN verification may have to wait until the
 * other reader has seen the user's enabling.
 */
@ApplicationScoped
public class MeetingService implements EventSourcedService {

    @Inject
    PinReactions reactions;

    @Override
    public List<AggregateType<?, ?, ?, ?, ?, ?>> aggregates() {
        return List.of(MeetingAggregates.MEETING, MeetingAggregates.CHOICE);
    }

    @Override
    public List<Inbound> inbound() {
        return List.of(
                new Inbound(List.of(PinTopics.EVENTS), reactions.toEvents()),
                new Inbound(List.of(PinTopics.ORGANIZER_VERIFIED), reactions.toVerifications()));
    }
}

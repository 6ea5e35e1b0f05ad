package dev.foyer.meeting.setup;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.meeting.inbound.InboundChannels;
import dev.foyer.meeting.inbound.PinReactions;
import dev.foyer.service.eventsourced.EventSourcedService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * What meeting-service consists of. The two topics have a channel each: a PIN verification may have to wait until the
 * other channel has brought the user's enabling.
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
    public Map<String, InboundHandler> inbound() {
        return Map.of(
                InboundChannels.PIN_EVENTS, reactions.toEvents(),
                InboundChannels.ORGANIZER_VERIFIED, reactions.toVerifications());
    }
}

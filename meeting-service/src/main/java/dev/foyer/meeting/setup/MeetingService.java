package dev.foyer.meeting.setup;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.numbering.ChooseConferenceId;
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
    public boolean isOf(String tenant, String aggregateId, Object command) {
        return switch (command) {
            case MeetingCommand.InMeeting wanted -> wanted.tenant().equals(tenant);
            case MeetingCommand.ScheduleMeeting wanted -> wanted.tenant().equals(tenant);
            case ChooseConferenceId _ -> aggregateId.startsWith(tenant + "/");
            default -> false;
        };
    }

    @Override
    public Map<String, InboundHandler> inbound() {
        return Map.of(
                InboundChannels.PIN_EVENTS, reactions.toEvents(),
                InboundChannels.ORGANIZER_VERIFIED, reactions.toVerifications());
    }
}

package dev.foyer.meeting.inbound;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.process.PinEventsCatchUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** A right PIN starts the organizer's meeting, also when it overtakes the enabling of a new user (E4). */
@ApplicationScoped
public class WhenOrganizerVerifiedThenStartMeeting implements Reaction {

    @Inject
    PinEventsCatchUp catchUp;

    @Override
    public String type() {
        return "foyer.pin.OrganizerVerified.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        String conferenceId = ConferenceIdField.any(EventData.of(event));
        return catchUp.start(conferenceId, command(event), event.meta(PinReactions.US));
    }

    static StartByOrganizer command(InboundEvent event) {
        EventData data = EventData.of(event);
        return new StartByOrganizer(
                data.text("tenant"), data.text("userId"), data.text("callId"), data.instant("verifiedAt"), false);
    }
}

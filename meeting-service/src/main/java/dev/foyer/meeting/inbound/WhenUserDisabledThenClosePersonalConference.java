package dev.foyer.meeting.inbound;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingCommand.ClosePersonalConference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** With its user's dial-in the personal conference goes; whoever is in it is told that it ended. */
@ApplicationScoped
public class WhenUserDisabledThenClosePersonalConference implements Reaction {

    @Inject
    Meetings meetings;

    @Override
    public String type() {
        return "foyer.pin.UserDisabled.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        EventData data = EventData.of(event);
        return meetings.submit(ConferenceIdField.personal(data), command(event), event.meta(PinReactions.US));
    }

    static ClosePersonalConference command(InboundEvent event) {
        EventData data = EventData.of(event);
        return new ClosePersonalConference(data.text("tenant"), data.text("userId"), PinReactions.moment(event));
    }
}

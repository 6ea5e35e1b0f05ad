package dev.foyer.meeting.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.ConferenceId;
import dev.foyer.meeting.domain.MeetingCommand.ClosePersonalConference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** With its user's dial-in the personal conference goes; whoever is in it is told that it ended. */
@ApplicationScoped
public class WhenUserDisabledThenClosePersonalConference implements InboundHandler {

    @Inject
    Meetings meetings;

    @Override
    public boolean understands(String type) {
        return type.equals("foyer.pin.UserDisabled.v1");
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        Fields fields = new Fields(event);
        return meetings.submit(fields.conferenceId(ConferenceId.PERSONAL), command(event), fields.meta());
    }

    static ClosePersonalConference command(InboundEvent event) {
        Fields fields = new Fields(event);
        return new ClosePersonalConference(fields.text("tenant"), fields.text("userId"), event.time());
    }
}

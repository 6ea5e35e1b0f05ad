package dev.foyer.meeting.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.ConferenceId;
import dev.foyer.meeting.domain.MeetingCommand.AllowStartWithoutPin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Whether callers may start the user's personal conference holds from the next caller on. */
@ApplicationScoped
public class WhenPstnOnlyMeetingsChangedThenAllowStartWithoutPin implements InboundHandler {

    @Inject
    Meetings meetings;

    @Override
    public boolean understands(String type) {
        return type.equals("foyer.pin.PstnOnlyMeetingsChanged.v1");
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        Fields fields = new Fields(event);
        return meetings.submit(fields.conferenceId(ConferenceId.PERSONAL), command(event), fields.meta());
    }

    static AllowStartWithoutPin command(InboundEvent event) {
        Fields fields = new Fields(event);
        return new AllowStartWithoutPin(
                fields.text("tenant"), fields.text("userId"), fields.flag("allowed"), event.time());
    }
}

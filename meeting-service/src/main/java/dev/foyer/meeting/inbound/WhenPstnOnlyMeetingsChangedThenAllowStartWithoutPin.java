package dev.foyer.meeting.inbound;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingCommand.AllowStartWithoutPin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Whether callers may start the user's personal conference holds from the next caller on. */
@ApplicationScoped
public class WhenPstnOnlyMeetingsChangedThenAllowStartWithoutPin implements Reaction {

    @Inject
    Meetings meetings;

    @Override
    public String type() {
        return "foyer.pin.PstnOnlyMeetingsChanged.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        EventData data = EventData.of(event);
        return meetings.submit(ConferenceIdField.personal(data), command(event), event.meta(PinReactions.US));
    }

    static AllowStartWithoutPin command(InboundEvent event) {
        EventData data = EventData.of(event);
        return new AllowStartWithoutPin(
                data.text("tenant"), data.text("userId"), data.flag("allowed"), PinReactions.moment(event));
    }
}

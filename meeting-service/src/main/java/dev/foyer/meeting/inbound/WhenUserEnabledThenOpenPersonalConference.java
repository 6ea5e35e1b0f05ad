package dev.foyer.meeting.inbound;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** A user who is enabled has a personal conference that waits for its start. */
@ApplicationScoped
public class WhenUserEnabledThenOpenPersonalConference implements Reaction {

    @Inject
    Meetings meetings;

    @Override
    public String type() {
        return "foyer.pin.UserEnabled.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        EventData data = EventData.of(event);
        return meetings.submit(ConferenceIdField.personal(data), command(event), event.meta(PinReactions.US))
                .thenAccept(reply -> {
                    if (reply instanceof Reply.Refused<?, ?>) {
                        throw new Unacceptable("The conference ID is a scheduled meeting's.");
                    }
                });
    }

    static OpenPersonalConference command(InboundEvent event) {
        EventData data = EventData.of(event);
        return new OpenPersonalConference(
                data.text("tenant"),
                data.text("userId"),
                data.flag("allowPstnOnlyMeetings"),
                PinReactions.moment(event));
    }
}

package dev.foyer.meeting.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.ConferenceId;
import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** A user who is enabled has a personal conference that waits for its start. */
@ApplicationScoped
public class WhenUserEnabledThenOpenPersonalConference implements InboundHandler {

    @Inject
    Meetings meetings;

    @Override
    public boolean understands(String type) {
        return type.equals("foyer.pin.UserEnabled.v1");
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        Fields fields = new Fields(event);
        return meetings.submit(fields.conferenceId(ConferenceId.PERSONAL), command(event), fields.meta())
                .thenAccept(reply -> {
                    if (reply instanceof Reply.Refused<?, ?>) {
                        throw new Unacceptable("The conference ID is a scheduled meeting's.");
                    }
                });
    }

    static OpenPersonalConference command(InboundEvent event) {
        Fields fields = new Fields(event);
        return new OpenPersonalConference(
                fields.text("tenant"), fields.text("userId"), fields.flag("allowPstnOnlyMeetings"), event.time());
    }
}

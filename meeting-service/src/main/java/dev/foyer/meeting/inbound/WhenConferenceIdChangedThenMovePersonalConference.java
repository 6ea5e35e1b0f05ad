package dev.foyer.meeting.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.ConferenceId;
import dev.foyer.meeting.domain.MeetingCommand.ClosePersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/**
 * The old conference ID dies at once (C3): it is closed first, whoever is in there is told that it ended, and then the
 * new one is opened. A crash between the two leaves the event unread; both are harmless the second time.
 */
@ApplicationScoped
public class WhenConferenceIdChangedThenMovePersonalConference implements InboundHandler {

    @Inject
    Meetings meetings;

    @Override
    public boolean understands(String type) {
        return type.equals("foyer.pin.ConferenceIdChanged.v1");
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        Fields fields = new Fields(event);
        String from = fields.conferenceId("from", ConferenceId.PERSONAL);
        String to = fields.conferenceId("to", ConferenceId.PERSONAL);
        OpenPersonalConference opening = opening(event);
        return meetings.submit(from, closing(event), fields.meta(".close"))
                .thenCompose(closed -> meetings.submit(to, opening, fields.meta(".open")))
                .thenAccept(reply -> {
                    if (reply instanceof Reply.Refused<?, ?>) {
                        throw new Unacceptable("The new conference ID is a scheduled meeting's.");
                    }
                });
    }

    static ClosePersonalConference closing(InboundEvent event) {
        Fields fields = new Fields(event);
        return new ClosePersonalConference(fields.text("tenant"), fields.text("userId"), event.time());
    }

    static OpenPersonalConference opening(InboundEvent event) {
        Fields fields = new Fields(event);
        return new OpenPersonalConference(
                fields.text("tenant"), fields.text("userId"), fields.flag("allowPstnOnlyMeetings"), event.time());
    }
}

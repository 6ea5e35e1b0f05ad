package dev.foyer.meeting.inbound;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.meeting.Meetings;
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
public class WhenConferenceIdChangedThenMovePersonalConference implements Reaction {

    @Inject
    Meetings meetings;

    @Override
    public String type() {
        return "foyer.pin.ConferenceIdChanged.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        EventData data = EventData.of(event);
        String from = ConferenceIdField.personal(data, "from");
        String to = ConferenceIdField.personal(data, "to");
        OpenPersonalConference opening = opening(event);
        return meetings.submit(from, closing(event), event.meta(PinReactions.US, ".close"))
                .thenCompose(closed -> meetings.submit(to, opening, event.meta(PinReactions.US, ".open")))
                .thenAccept(reply -> {
                    if (reply instanceof Reply.Refused<?, ?>) {
                        throw new Unacceptable("The new conference ID is a scheduled meeting's.");
                    }
                });
    }

    static ClosePersonalConference closing(InboundEvent event) {
        EventData data = EventData.of(event);
        return new ClosePersonalConference(data.text("tenant"), data.text("userId"), PinReactions.moment(event));
    }

    static OpenPersonalConference opening(InboundEvent event) {
        EventData data = EventData.of(event);
        return new OpenPersonalConference(
                data.text("tenant"),
                data.text("userId"),
                data.flag("allowPstnOnlyMeetings"),
                PinReactions.moment(event));
    }
}

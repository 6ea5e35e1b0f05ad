package dev.foyer.meeting.inbound;

import dev.foyer.base.Unavailable;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.ConferenceId;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A right PIN starts the organizer's meeting. The enabling of a new user comes through another topic and may be behind
 * the first verification: a meeting that does not seem to be this organizer's is looked at again when {@code pin.events}
 * has been read as far as it goes now. Until then the verification is tried again rather than ignored.
 */
@ApplicationScoped
public class WhenOrganizerVerifiedThenStartMeeting implements InboundHandler {

    /** Keyed by conference ID; written by pin-service. */
    public static final String TOPIC = "organizer.verified";

    @Inject
    Meetings meetings;

    @Override
    public boolean understands(String type) {
        return type.equals("foyer.pin.OrganizerVerified.v1");
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        Fields fields = new Fields(event);
        String conferenceId = fields.conferenceId(ConferenceId.ANY);
        StartByOrganizer command = command(event);
        return meetings.read(conferenceId)
                .thenCompose(meeting -> newsOfUser(meeting, command))
                .thenCompose(known -> meetings.submit(conferenceId, command, fields.meta()));
    }

    static StartByOrganizer command(InboundEvent event) {
        Fields fields = new Fields(event);
        return new StartByOrganizer(
                fields.text("tenant"), fields.text("userId"), fields.text("callId"), fields.instant("verifiedAt"));
    }

    private CompletionStage<Void> newsOfUser(Meeting meeting, StartByOrganizer command) {
        if (meeting.awaitsOrganizer(command.tenant(), command.organizerId())) {
            return CompletableFuture.completedFuture(null);
        }
        return meetings.newsOfUsersRead().thenAccept(caughtUp -> {
            if (!caughtUp) {
                throw new Unavailable(Unavailable.Reason.RECOVERING, "The reader of pin.events is behind.");
            }
        });
    }
}

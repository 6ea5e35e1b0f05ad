package dev.foyer.meeting.process;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.MeetingCommand.StartVouchedFor;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingNotFound;
import dev.foyer.meeting.domain.MeetingRefusal.OrganizerNotKnownYet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Decides again, once {@code pin.events} has been read as far as it went when we asked: somebody enabled a moment ago may
 * be called, or may enter the PIN, before we have read of the enabling. Known conferences never wait.
 */
@ApplicationScoped
public class PinEventsCatchUp {

    @Inject
    Meetings meetings;

    /** What a caller or a participant asks: nobody waits for longer than the configured bound, then what is known counts. */
    public CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> submit(
            String conferenceId, MeetingCommand command, CommandMeta meta) {
        return meetings.submit(conferenceId, command, meta)
                .thenCompose(reply -> reply instanceof Reply.Refused<MeetingRefusal, MeetingAnswer>(MeetingNotFound _)
                        ? meetings.pinEventsCaughtUp()
                                .thenCompose(caughtUp -> meetings.submit(conferenceId, command, meta))
                        : CompletableFuture.completedFuture(reply));
    }

    /**
     * What a right PIN asks (E4): that it starts nothing is said only by who has caught up. Fails with
     * {@link Unavailable} before that, and is to be tried again.
     */
    public CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> start(
            String conferenceId, StartByOrganizer command, CommandMeta meta) {
        return start(conferenceId, command, command.withUsersKnown(), meta);
    }

    /** The same, when the tenant's own systems say so. */
    public CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> startVouchedFor(
            String conferenceId, StartByOrganizer command, CommandMeta meta) {
        return start(conferenceId, new StartVouchedFor(command), new StartVouchedFor(command.withUsersKnown()), meta);
    }

    private CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> start(
            String conferenceId, MeetingCommand now, MeetingCommand withUsersKnown, CommandMeta meta) {
        return meetings.submit(conferenceId, now, meta)
                .thenCompose(reply -> reply
                                instanceof Reply.Refused<MeetingRefusal, MeetingAnswer>(OrganizerNotKnownYet _)
                        ? meetings.pinEventsCaughtUp()
                                .thenCompose(caughtUp -> startForGood(caughtUp, conferenceId, withUsersKnown, meta))
                        : CompletableFuture.completedFuture(reply));
    }

    private CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> startForGood(
            boolean caughtUp, String conferenceId, MeetingCommand command, CommandMeta meta) {
        return caughtUp
                ? meetings.submit(conferenceId, command, meta)
                : CompletableFuture.failedFuture(new Unavailable(
                        Unavailable.Reason.RECOVERING, "What was read of pin.events is behind its end."));
    }
}

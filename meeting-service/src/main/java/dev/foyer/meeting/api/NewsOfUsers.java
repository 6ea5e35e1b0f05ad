package dev.foyer.meeting.api;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingNotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Somebody enabled a moment ago may be dialled before we have read of it. So nobody is told that a conference does not
 * exist before {@code pin.events} has been read as far as it went when they asked; in vain, it costs them a bounded
 * wait. Known conferences never wait.
 */
@ApplicationScoped
public class NewsOfUsers {

    @Inject
    Meetings meetings;

    /** Decides the command, a second time if at first there seemed to be no such meeting. */
    CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> submit(
            String conferenceId, MeetingCommand command, CommandMeta meta) {
        return meetings.submit(conferenceId, command, meta)
                .thenCompose(reply -> reply instanceof Reply.Refused<MeetingRefusal, MeetingAnswer>(MeetingNotFound _)
                        ? meetings.newsOfUsersRead()
                                .thenCompose(caughtUp -> meetings.submit(conferenceId, command, meta))
                        : CompletableFuture.completedFuture(reply));
    }
}

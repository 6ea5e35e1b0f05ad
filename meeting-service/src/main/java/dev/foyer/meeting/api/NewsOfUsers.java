package dev.foyer.meeting.api;

import dev.foyer.eventsourcing.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.service.Readers;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingNotFound;
import dev.foyer.meeting.inbound.PinEvents;
import dev.foyer.meeting.setup.Aggregates;
import dev.foyer.meeting.setup.MeetingConfig;
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
    Commands commands;

    @Inject
    Readers readers;

    @Inject
    MeetingConfig config;

    /** Decides the command, a second time if at first there seemed to be no such meeting. */
    CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> submit(
            String conferenceId, MeetingCommand command, CommandMeta meta) {
        return commands.submit(Aggregates.MEETING, conferenceId, command, meta)
                .thenCompose(reply -> reply instanceof Reply.Refused<MeetingRefusal, MeetingAnswer>(MeetingNotFound _)
                        ? readers.caughtUp(PinEvents.TOPIC, config.awaitNewsAtMost())
                                .thenCompose(
                                        caughtUp -> commands.submit(Aggregates.MEETING, conferenceId, command, meta))
                        : CompletableFuture.completedFuture(reply));
    }
}

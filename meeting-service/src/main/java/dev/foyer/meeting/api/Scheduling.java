package dev.foyer.meeting.api;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Position;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand.ScheduleMeeting;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.numbering.ChoiceEvent;
import dev.foyer.meeting.domain.numbering.ChoiceEvent.ConferenceIdChosen;
import dev.foyer.meeting.domain.numbering.ChooseConferenceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Finds a free conference ID without asking a view: a candidate is noted for the wish, then its own aggregate is asked;
 * a taken one is replaced. A repeated wish walks the same way and ends at the same meeting.
 */
@ApplicationScoped
public class Scheduling {

    /** A billion IDs: even with half of them taken this ends without success once in a million times. */
    private static final int ATTEMPTS = 20;

    @Inject
    Meetings meetings;

    @Inject
    ConferenceIds conferenceIds;

    /** The answer is the conference ID. */
    CompletionStage<Reply<MeetingRefusal, String>> schedule(ScheduleMeeting command, CommandMeta meta) {
        return attempt(command, meta, null, 1);
    }

    private CompletionStage<Reply<MeetingRefusal, String>> attempt(
            ScheduleMeeting command, CommandMeta meta, String taken, int number) {
        return choose(command.tenant(), meta, taken, number)
                .thenCompose(conferenceId -> meetings.submit(conferenceId, command, meta)
                        .thenCompose(reply -> switch (reply) {
                            case Reply.Done<MeetingRefusal, MeetingAnswer>(
                                    MeetingAnswer _,
                                    List<Position> positions,
                                    boolean repeated) ->
                                CompletableFuture.completedFuture(new Reply.Done<>(conferenceId, positions, repeated));
                            case Reply.Refused<MeetingRefusal, MeetingAnswer>(MeetingRefusal reason) ->
                                number < ATTEMPTS
                                        ? attempt(command, meta, conferenceId, number + 1)
                                        : CompletableFuture.completedFuture(new Reply.Refused<>(reason));
                        }));
    }

    private CompletionStage<String> choose(String tenant, CommandMeta wish, String taken, int number) {
        CommandMeta meta = new CommandMeta(wish.commandId() + "/choice/" + number, wish.correlationId(), wish.actor());
        return meetings.choose(
                        tenant + "/" + wish.commandId(), new ChooseConferenceId(conferenceIds.candidate(), taken), meta)
                .thenApply(reply -> switch (reply) {
                    case Reply.Done<MeetingRefusal, ChoiceEvent>(
                            ConferenceIdChosen(String conferenceId),
                            List<Position> _,
                            boolean _) -> conferenceId;
                    case Reply.Refused<MeetingRefusal, ChoiceEvent>(MeetingRefusal reason) ->
                        throw Refusals.problem(reason).exception();
                });
    }
}

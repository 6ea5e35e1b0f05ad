package dev.foyer.meeting.process;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Position;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand.ScheduleMeeting;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.numbering.ChoiceEvent;
import dev.foyer.meeting.domain.numbering.ChoiceEvent.ChoiceForgotten;
import dev.foyer.meeting.domain.numbering.ChoiceEvent.ConferenceIdChosen;
import dev.foyer.meeting.domain.numbering.ChooseConferenceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Schedules a meeting under a free conference ID without asking a view: a candidate is noted for the request, then its
 * own aggregate is asked; a taken one is replaced (C2). A repeated request takes the same steps and ends at the same
 * meeting.
 */
@ApplicationScoped
public class Scheduling {

    /** A billion IDs: even with half of them taken this ends without success once in a million times. */
    private static final int ATTEMPTS = 20;

    @Inject
    Meetings meetings;

    @Inject
    RandomConferenceIds conferenceIds;

    /** The answer is the conference ID. */
    public CompletionStage<Reply<MeetingRefusal, String>> schedule(ScheduleMeeting command, CommandMeta meta) {
        return attempt(command, meta, null, 1);
    }

    private CompletionStage<Reply<MeetingRefusal, String>> attempt(
            ScheduleMeeting command, CommandMeta meta, String taken, int number) {
        return choose(command.tenant(), meta, taken, number).thenCompose(choice -> switch (choice) {
            case Reply.Done<MeetingRefusal, ChoiceEvent>(
                    ConferenceIdChosen(String conferenceId, Instant _),
                    List<Position> _,
                    boolean _) -> take(conferenceId, command, meta, number);
            case Reply.Done<MeetingRefusal, ChoiceEvent>(ChoiceForgotten _, List<Position> _, boolean _) ->
                throw new IllegalStateException("A choice was answered as if it were forgotten");
            case Reply.Refused<MeetingRefusal, ChoiceEvent>(MeetingRefusal reason) -> refused(reason);
        });
    }

    private CompletionStage<Reply<MeetingRefusal, ChoiceEvent>> choose(
            String tenant, CommandMeta meta, String taken, int number) {
        var numbered = meta.withCommandId(meta.commandId() + "/choice/" + number);
        return meetings.choose(
                tenant + "/" + meta.commandId(), new ChooseConferenceId(conferenceIds.candidate(), taken), numbered);
    }

    private CompletionStage<Reply<MeetingRefusal, String>> take(
            String conferenceId, ScheduleMeeting command, CommandMeta meta, int number) {
        return meetings.submit(conferenceId, command, meta).thenCompose(reply -> switch (reply) {
            case Reply.Done<MeetingRefusal, MeetingAnswer>(
                    MeetingAnswer _,
                    List<Position> positions,
                    boolean repeated) ->
                CompletableFuture.completedFuture(new Reply.Done<>(conferenceId, positions, repeated));
            case Reply.Refused<MeetingRefusal, MeetingAnswer>(MeetingRefusal reason) ->
                reason instanceof MeetingRefusal.ConferenceIdTaken && number < ATTEMPTS
                        ? attempt(command, meta, conferenceId, number + 1)
                        : refused(reason);
        });
    }

    private static CompletionStage<Reply<MeetingRefusal, String>> refused(MeetingRefusal reason) {
        return CompletableFuture.completedFuture(new Reply.Refused<>(reason));
    }
}

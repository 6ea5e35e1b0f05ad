package dev.foyer.meeting;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.numbering.ChoiceEvent;
import dev.foyer.meeting.domain.numbering.ChooseConferenceId;
import java.util.concurrent.CompletionStage;

/**
 * The door to the meetings, whichever instance owns them. Thread-safe; nothing blocks. Every stage fails with
 * {@link dev.foyer.base.Unavailable} when there is no answer now.
 */
public interface Meetings {

    /** Decides a command of a meeting; answers when its events are durable. */
    CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> submit(
            String conferenceId, MeetingCommand command, CommandMeta meta);

    /** The committed state of a meeting. */
    CompletionStage<Meeting> read(String conferenceId);

    /** Notes a conference ID for a wish, {@code tenant/commandId}, or says which one stands. */
    CompletionStage<Reply<MeetingRefusal, ChoiceEvent>> choose(
            String wish, ChooseConferenceId command, CommandMeta meta);

    /**
     * True as soon as all that pin-service had said of users when this was asked has become our state; false when that
     * takes longer than the configured bound.
     */
    CompletionStage<Boolean> newsOfUsersRead();
}

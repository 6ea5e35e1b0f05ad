package dev.foyer.meeting;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.bridge.BridgeAnswer;
import dev.foyer.meeting.domain.bridge.BridgeCommand;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegCommand;
import dev.foyer.meeting.domain.numbering.ChoiceEvent;
import dev.foyer.meeting.domain.numbering.ChooseConferenceId;
import java.util.concurrent.CompletionStage;

/**
 * The interface to the meetings, whichever instance owns them. Thread-safe; nothing blocks. Every stage fails with
 * {@link dev.foyer.base.Unavailable} when there is no answer now.
 */
public interface Meetings {

    /** Decides a command of a meeting; answers when its events are durable. */
    CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> submit(
            String conferenceId, MeetingCommand command, CommandMeta meta);

    /**
     * Decides a command of a call leg; answers when its events are durable.
     *
     * @param leg {@code tenant/callId}
     */
    CompletionStage<Reply<MeetingRefusal, LegAnswer>> ofLeg(String leg, LegCommand command, CommandMeta meta);

    /**
     * Decides a command of a bridge; answers when its events are durable.
     *
     * @param bridge {@code tenant/name}
     */
    CompletionStage<Reply<MeetingRefusal, BridgeAnswer>> ofBridge(
            String bridge, BridgeCommand command, CommandMeta meta);

    /**
     * Chooses the conference ID of a meeting that somebody asked to schedule, or tells which one was chosen before.
     *
     * @param request {@code tenant/commandId} of who asked
     */
    CompletionStage<Reply<MeetingRefusal, ChoiceEvent>> choose(
            String request, ChooseConferenceId command, CommandMeta meta);

    /**
     * True as soon as everything that {@code pin.events} held when this was asked has become our state; false when that
     * takes longer than the configured bound, or cannot be found out.
     */
    CompletionStage<Boolean> pinEventsCaughtUp();
}

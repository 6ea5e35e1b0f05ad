package dev.foyer.meeting.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.bridge.BridgeAnswer;
import dev.foyer.meeting.domain.bridge.BridgeCommand;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegCommand;
import dev.foyer.meeting.domain.numbering.ChoiceEvent;
import dev.foyer.meeting.domain.numbering.ChooseConferenceId;
import dev.foyer.meeting.inbound.PinTopics;
import dev.foyer.service.eventsourced.ConsumerProgress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Sends each command to the instance that owns the aggregate. */
@ApplicationScoped
public class RoutedMeetings implements Meetings {

    @Inject
    Commands commands;

    @Inject
    MeetingAggregates aggregates;

    @Inject
    ConsumerProgress progress;

    @Inject
    MeetingConfig config;

    @Override
    public CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> submit(
            String conferenceId, MeetingCommand command, CommandMeta meta) {
        return commands.submit(aggregates.meetings(), conferenceId, command, meta);
    }

    @Override
    public CompletionStage<Reply<MeetingRefusal, LegAnswer>> ofLeg(String leg, LegCommand command, CommandMeta meta) {
        return commands.submit(aggregates.legs(), leg, command, meta);
    }

    @Override
    public CompletionStage<Reply<MeetingRefusal, BridgeAnswer>> ofBridge(
            String bridge, BridgeCommand command, CommandMeta meta) {
        return commands.submit(MeetingAggregates.BRIDGE, bridge, command, meta);
    }

    @Override
    public CompletionStage<Reply<MeetingRefusal, ChoiceEvent>> choose(
            String request, ChooseConferenceId command, CommandMeta meta) {
        return commands.submit(MeetingAggregates.CHOICE, request, command, meta);
    }

    @Override
    public CompletionStage<Boolean> pinEventsCaughtUp() {
        return progress.caughtUp(PinTopics.EVENTS, config.awaitNewsAtMost());
    }
}

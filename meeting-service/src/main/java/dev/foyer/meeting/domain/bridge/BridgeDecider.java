package dev.foyer.meeting.domain.bridge;

import static dev.foyer.eventsourcing.Decision.accept;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.MeetingContext;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.bridge.BridgeAnswer.Beats;
import dev.foyer.meeting.domain.bridge.BridgeCommand.Ask;
import dev.foyer.meeting.domain.bridge.BridgeCommand.NoteBeat;
import dev.foyer.meeting.domain.bridge.BridgeEvent.BridgeBeats;

/** Who has sent one heartbeat sends them for ever, as far as we are concerned. */
public final class BridgeDecider
        implements Decider<Bridge, BridgeCommand, BridgeEvent, MeetingRefusal, BridgeAnswer, MeetingContext> {

    @Override
    public Bridge initial() {
        return new Bridge.Quiet();
    }

    @Override
    public Decision<BridgeEvent, MeetingRefusal, BridgeAnswer> decide(
            Bridge state, BridgeCommand command, MeetingContext context) {
        boolean beats = state instanceof Bridge.Beating;
        return switch (command) {
            case Ask() -> accept(new Beats(beats));
            case NoteBeat() ->
                beats ? accept(new Beats(true)) : accept(new Beats(true), new BridgeBeats(context.now()));
        };
    }

    @Override
    public Bridge evolve(Bridge state, BridgeEvent event) {
        return switch (event) {
            case BridgeBeats(var at) -> new Bridge.Beating(at);
        };
    }
}

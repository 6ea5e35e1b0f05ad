package dev.foyer.meeting.contract;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.meeting.domain.leg.Leg;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegEvent;
import java.util.List;

/** From what happened to a call leg to {@code meeting.events}: only what no meeting says. Pure. */
public final class LegPublisherV1 implements Publisher<Leg, LegEvent, LegAnswer> {

    @Override
    public List<PublicRecord> publish(Fact<Leg, LegEvent, LegAnswer> fact) {
        return switch (fact.event()) {
            case LegEvent.LegTurnedAway e -> {
                int slash = fact.aggregateId().indexOf('/');
                yield List.of(MeetingPublisherV1.record(new MeetingEventsV1.CallerRefused(
                        fact.aggregateId().substring(0, slash),
                        e.conferenceId(),
                        fact.aggregateId().substring(slash + 1),
                        e.from(),
                        e.reason().name(),
                        e.at())));
            }
            case LegEvent.LegSent _,
                    LegEvent.LegHungUp _,
                    LegEvent.LegAlive _,
                    LegEvent.SilenceQuestioned _,
                    LegEvent.BridgeKnown _,
                    LegEvent.LegFellSilent _,
                    LegEvent.ArrivalToldAgain _,
                    LegEvent.LeavingTold _,
                    LegEvent.ConferenceLeft _,
                    LegEvent.LeavingOverdue _,
                    LegEvent.LegForgotten _ -> List.of();
        };
    }
}

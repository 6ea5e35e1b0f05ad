package dev.foyer.pin.contract;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.pin.domain.campaign.Campaign;
import dev.foyer.pin.domain.campaign.Campaign.Pausing;
import dev.foyer.pin.domain.campaign.Campaign.Planned;
import dev.foyer.pin.domain.campaign.Campaign.Stopped;
import dev.foyer.pin.domain.campaign.Campaign.Work;
import dev.foyer.pin.domain.campaign.Campaign.Working;
import dev.foyer.pin.domain.campaign.CampaignAnswer;
import dev.foyer.pin.domain.campaign.CampaignEvent;
import dev.foyer.pin.domain.campaign.CampaignEvent.BatchBegun;
import dev.foyer.pin.domain.campaign.CampaignEvent.BatchSettled;
import dev.foyer.pin.domain.campaign.CampaignEvent.CampaignContinued;
import dev.foyer.pin.domain.campaign.CampaignEvent.CampaignFinished;
import dev.foyer.pin.domain.campaign.CampaignEvent.CampaignForgotten;
import dev.foyer.pin.domain.campaign.CampaignEvent.CampaignPlanned;
import dev.foyer.pin.domain.campaign.CampaignEvent.CampaignStarted;
import dev.foyer.pin.domain.campaign.CampaignEvent.CampaignStopped;
import dev.foyer.pin.domain.campaign.CampaignEvent.UsersAwaited;
import dev.foyer.pin.domain.campaign.CampaignEvent.UsersListed;
import dev.foyer.pin.domain.campaign.ItemResult;
import java.time.Instant;
import java.util.List;

/** How far a campaign is, and what became of each user; not its whole list, which nobody needs twice. */
public final class CampaignPublisherV1 implements Publisher<Campaign, CampaignEvent, CampaignAnswer> {

    @Override
    public List<PublicRecord> publish(Fact<Campaign, CampaignEvent, CampaignAnswer> fact) {
        CampaignKey key = CampaignKey.parse(fact.aggregateId());
        return switch (fact.event()) {
            case CampaignPlanned _, UsersListed _, BatchBegun _, CampaignForgotten _ -> List.of();
            case CampaignStarted(Instant at) -> {
                Work work = work(fact.after());
                yield List.of(record(
                        key,
                        new PinEventsV1.CampaignStarted(
                                key.tenant(),
                                key.id(),
                                work.plan().action().name(),
                                work.plan().perSecond(),
                                work.plan().users(),
                                at)));
            }
            // One that stops may end with nobody done.
            case BatchSettled(List<ItemResult> results, Instant at) ->
                results.isEmpty() ? List.of() : progressed(key, work(fact.after()), results, null, at);
            case UsersAwaited(ItemResult.Reason because, Instant at) ->
                progressed(key, work(fact.after()), List.of(), because, at);
            case CampaignStopped(Instant at) ->
                List.of(record(
                        key,
                        new PinEventsV1.CampaignStopped(
                                key.tenant(), key.id(), work(fact.after()).left(), at)));
            case CampaignContinued(Instant at) ->
                List.of(record(
                        key,
                        new PinEventsV1.CampaignContinued(
                                key.tenant(), key.id(), work(fact.after()).left(), at)));
            case CampaignFinished(Instant at) -> {
                Work work = work(fact.before());
                yield List.of(record(
                        key,
                        new PinEventsV1.CampaignFinished(
                                key.tenant(),
                                key.id(),
                                work.tally().done(),
                                work.tally().unchanged(),
                                work.tally().failed(),
                                work.left(),
                                at)));
            }
        };
    }

    private static List<PublicRecord> progressed(
            CampaignKey key, Work work, List<ItemResult> results, ItemResult.Reason awaiting, Instant at) {
        return List.of(record(
                key,
                new PinEventsV1.CampaignProgressed(
                        key.tenant(),
                        key.id(),
                        results.stream().map(CampaignPublisherV1::result).toList(),
                        work.tally().done(),
                        work.tally().unchanged(),
                        work.tally().failed(),
                        work.left(),
                        name(awaiting),
                        at)));
    }

    private static String name(ItemResult.Reason reason) {
        return reason == null ? null : reason.name();
    }

    private static PinEventsV1.CampaignResult result(ItemResult result) {
        return new PinEventsV1.CampaignResult(
                result.user(), result.outcome().name(), name(result.reason()), result.mail());
    }

    private static Work work(Campaign campaign) {
        return switch (campaign) {
            case Planned(Work work, Instant _) -> work;
            case Pausing(Work work, Instant _) -> work;
            case Working working -> working.work();
            case Stopped(Work work, Instant _) -> work;
            case Campaign.Unplanned _, Campaign.Finished _ ->
                throw new IllegalStateException("Nothing is told of a campaign in this state");
        };
    }

    private static PublicRecord record(CampaignKey key, PinEventsV1 data) {
        return new PublicRecord(PinTopics.EVENTS, key.toString(), data.type(), key.toString(), key.tenant(), data);
    }
}

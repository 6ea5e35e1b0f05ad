package dev.foyer.pin.domain.campaign;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.pin.domain.campaign.Campaign.Finished;
import dev.foyer.pin.domain.campaign.Campaign.Pausing;
import dev.foyer.pin.domain.campaign.Campaign.Planned;
import dev.foyer.pin.domain.campaign.Campaign.Stopped;
import dev.foyer.pin.domain.campaign.Campaign.Unplanned;
import dev.foyer.pin.domain.campaign.Campaign.Work;
import dev.foyer.pin.domain.campaign.Campaign.Working;
import dev.foyer.pin.domain.campaign.CampaignAnswer.Done;
import dev.foyer.pin.domain.campaign.CampaignAnswer.Listed;
import dev.foyer.pin.domain.campaign.CampaignCommand.ContinueCampaign;
import dev.foyer.pin.domain.campaign.CampaignCommand.ListUsers;
import dev.foyer.pin.domain.campaign.CampaignCommand.SettleBatch;
import dev.foyer.pin.domain.campaign.CampaignCommand.StopCampaign;
import dev.foyer.pin.domain.campaign.CampaignCommand.WakeCampaign;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bulk work (section F): listed, then batch by batch, at a pace; can be stopped and continued. */
public final class CampaignDecider
        implements Decider<Campaign, CampaignCommand, CampaignEvent, CampaignRefusal, CampaignAnswer, CampaignContext>,
                Forgetting<Campaign> {

    @Override
    public Campaign initial() {
        return new Unplanned();
    }

    @Override
    public Decision<CampaignEvent, CampaignRefusal, CampaignAnswer> decide(
            Campaign campaign, CampaignCommand command, CampaignContext context) {
        return switch (command) {
            case ListUsers list -> list(campaign, list, context);
            case StopCampaign() -> stop(campaign, context.now());
            case ContinueCampaign() -> goOn(campaign, context.now());
            case WakeCampaign() -> wake(campaign, context.now());
            case SettleBatch said ->
                campaign instanceof Working working && Settlement.isOf(working, said)
                        ? Settlement.of(working, said, context.now())
                        : Decision.accept(new Done()); // known already
        };
    }

    private static Decision<CampaignEvent, CampaignRefusal, CampaignAnswer> list(
            Campaign campaign, ListUsers list, CampaignContext context) {
        return switch (campaign) {
            case Unplanned() -> {
                Work work = new Work(
                        list.plan(),
                        context.actor().name(),
                        context.actor().userId(),
                        context.reason(),
                        List.of(),
                        0,
                        Tally.NONE);
                yield list.plan().isPossible()
                        ? append(
                                work,
                                list,
                                context.now(),
                                new CampaignPlanned(
                                        work.plan(), work.by(), work.byUserId(), work.reason(), context.now()))
                        : Decision.refuse(new CampaignRefusal.PlanNotPossible());
            }
            case Planned(Work work, Instant _) ->
                list.plan().equals(work.plan())
                        ? append(work, list, context.now())
                        : Decision.refuse(new CampaignRefusal.ListBroken());
            // The whole list came before.
            case Pausing(Work work, Instant _) -> again(work.plan(), list);
            case Working working -> again(working.work().plan(), list);
            case Stopped(Work work, Instant _) -> again(work.plan(), list);
            case Finished(CampaignPlan plan, Instant _) -> again(plan, list);
        };
    }

    private static Decision<CampaignEvent, CampaignRefusal, CampaignAnswer> again(CampaignPlan plan, ListUsers list) {
        return plan.equals(list.plan())
                ? Decision.accept(new Listed(plan.users()))
                : Decision.refuse(new CampaignRefusal.ListBroken());
    }

    private static Decision<CampaignEvent, CampaignRefusal, CampaignAnswer> append(
            Work work, ListUsers list, Instant now, CampaignEvent... before) {
        int to = list.from() + list.users().size();
        if (list.from() < 0
                || list.users().isEmpty()
                || list.from() > work.users().size()
                || to > work.plan().users()) {
            return Decision.refuse(new CampaignRefusal.ListBroken());
        }
        if (list.from() < work.users().size()) {
            return to <= work.users().size()
                            && work.users().subList(list.from(), to).equals(list.users())
                    ? Decision.accept(new Listed(work.users().size()))
                    : Decision.refuse(new CampaignRefusal.ListBroken());
        }
        Work longer = work.listing(list.users());
        if (longer.users().stream().mapToInt(String::length).sum() > CampaignPlan.MOST_CHARACTERS) {
            return Decision.refuse(new CampaignRefusal.PlanNotPossible());
        }
        List<CampaignEvent> events = new ArrayList<>(List.of(before));
        events.add(new UsersListed(list.users()));
        if (longer.isListed()) {
            events.add(new CampaignStarted(now));
        }
        return Decision.accept(new Listed(to), events);
    }

    private static Decision<CampaignEvent, CampaignRefusal, CampaignAnswer> stop(Campaign campaign, Instant now) {
        return switch (campaign) {
            case Unplanned(), Planned _ -> Decision.refuse(new CampaignRefusal.CampaignUnknown());
            case Pausing _ -> Decision.accept(new Done(), new CampaignStopped(now));
            case Working working ->
                working.stopping()
                        ? Decision.accept(new Done())
                        : Decision.accept(new Done(), new CampaignStopped(now));
            case Stopped _ -> Decision.accept(new Done());
            case Finished _ -> Decision.refuse(new CampaignRefusal.CampaignIsOver());
        };
    }

    private static Decision<CampaignEvent, CampaignRefusal, CampaignAnswer> goOn(Campaign campaign, Instant now) {
        return switch (campaign) {
            case Unplanned(), Planned _ -> Decision.refuse(new CampaignRefusal.CampaignUnknown());
            case Pausing _ -> Decision.accept(new Done());
            case Working working ->
                working.stopping()
                        ? Decision.accept(new Done(), new CampaignContinued(now))
                        : Decision.accept(new Done());
            case Stopped _ -> Decision.accept(new Done(), new CampaignContinued(now));
            case Finished _ -> Decision.refuse(new CampaignRefusal.CampaignIsOver());
        };
    }

    private static Decision<CampaignEvent, CampaignRefusal, CampaignAnswer> wake(Campaign campaign, Instant now) {
        if (campaign.due().filter(due -> !now.isBefore(due)).isEmpty()) {
            return Decision.accept(new Done());
        }
        return Decision.accept(
                new Done(),
                switch (campaign) {
                    case Unplanned() -> throw new IllegalStateException("Nothing is ever due");
                    case Planned _, Finished _ -> new CampaignForgotten(now);
                    case Pausing _, Working _ -> new BatchBegun(now);
                    case Stopped _ -> new CampaignFinished(now);
                });
    }

    @Override
    public Campaign evolve(Campaign campaign, CampaignEvent event) {
        Optional<Campaign> next = switch (event) {
            case CampaignPlanned(CampaignPlan plan, String by, String byUserId, String reason, Instant at) ->
                campaign instanceof Unplanned
                        ? Optional.of(new Planned(new Work(plan, by, byUserId, reason, List.of(), 0, Tally.NONE), at))
                        : Optional.empty();
            case UsersListed(List<String> users) ->
                campaign instanceof Planned(Work work, Instant at)
                        ? Optional.of(new Planned(work.listing(users), at))
                        : Optional.empty();
            case CampaignStarted(Instant at) ->
                campaign instanceof Planned(Work work, Instant _)
                        ? Optional.of(new Pausing(work, at))
                        : Optional.empty();
            case BatchBegun(Instant at) -> begun(campaign, at);
            case BatchSettled(List<ItemResult> results, Instant at) ->
                campaign instanceof Working working
                        ? Optional.of(settled(working, working.work().settled(results), at))
                        : Optional.empty();
            case UsersAwaited(ItemResult.Reason because, Instant _) ->
                campaign instanceof Working working ? Optional.of(working.awaiting(because)) : Optional.empty();
            case CampaignStopped(Instant at) -> stopped(campaign, at);
            case CampaignContinued(Instant at) -> continued(campaign, at);
            case CampaignFinished(Instant at) -> finished(campaign, at);
            case CampaignForgotten(Instant _) ->
                campaign instanceof Planned || campaign instanceof Finished
                        ? Optional.of(new Unplanned())
                        : Optional.empty();
        };
        return next.orElseThrow(() -> new ImpossibleEvent(campaign, event));
    }

    private static Optional<Campaign> begun(Campaign campaign, Instant at) {
        return switch (campaign) {
            case Pausing(Work work, Instant _) -> Optional.of(Working.begun(work, at));
            case Working working -> Optional.of(working.again(at));
            case Unplanned(), Planned _, Stopped _, Finished _ -> Optional.empty();
        };
    }

    private static Campaign settled(Working before, Work work, Instant at) {
        return before.stopping()
                ? new Stopped(work, at)
                : new Pausing(work, before.work().paced(before.begunAt()));
    }

    private static Optional<Campaign> stopped(Campaign campaign, Instant at) {
        return switch (campaign) {
            case Pausing(Work work, Instant _) -> Optional.of(new Stopped(work, at));
            case Working working -> Optional.of(working.stopping(true));
            case Unplanned(), Planned _, Stopped _, Finished _ -> Optional.empty();
        };
    }

    private static Optional<Campaign> continued(Campaign campaign, Instant at) {
        return switch (campaign) {
            case Stopped(Work work, Instant _) -> Optional.of(new Pausing(work, at));
            case Working working -> Optional.of(working.stopping(false));
            case Unplanned(), Planned _, Pausing _, Finished _ -> Optional.empty();
        };
    }

    private static Optional<Campaign> finished(Campaign campaign, Instant at) {
        return switch (campaign) {
            case Pausing(Work work, Instant _) -> Optional.of(new Finished(work.plan(), at));
            case Stopped(Work work, Instant _) -> Optional.of(new Finished(work.plan(), at));
            case Unplanned(), Planned _, Working _, Finished _ -> Optional.empty();
        };
    }

    @Override
    public boolean isOver(Campaign campaign) {
        return campaign instanceof Unplanned;
    }
}

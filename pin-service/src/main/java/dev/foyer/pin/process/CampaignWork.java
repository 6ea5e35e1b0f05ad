package dev.foyer.pin.process;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.pin.Campaigns;
import dev.foyer.pin.contract.CampaignKey;
import dev.foyer.pin.domain.campaign.Campaign;
import dev.foyer.pin.domain.campaign.Campaign.Working;
import dev.foyer.pin.domain.campaign.CampaignCommand.SettleBatch;
import dev.foyer.pin.domain.campaign.CampaignEvent;
import dev.foyer.pin.domain.campaign.CampaignEvent.BatchBegun;
import dev.foyer.pin.domain.campaign.ItemResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Does the batch that a campaign has begun, and tells the campaign what became of it. If an outcome is not known, or the
 * process dies, the campaign's timer begins the same batch again: nothing here needs to be remembered. Never blocks; all
 * users of a batch are asked at once, and wait with everybody else's commands.
 */
@Singleton
public class CampaignWork implements CommitListener<Campaign, CampaignEvent> {

    private static final Logger LOG = Logger.getLogger(CampaignWork.class);
    private static final Actor US = Actor.service("pin-service");

    private final Campaigns campaigns;
    private final CampaignItems items;

    /** Batches under way in this process, by campaign and beginning: a timer or a recovery need not do them twice at once. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /** Submits to the very aggregates that it listens to: nothing may be used before all are made. */
    @Inject
    public CampaignWork(Campaigns campaigns, CampaignItems items) {
        this.campaigns = campaigns;
        this.items = items;
    }

    @Override
    public void committed(String campaign, Campaign state, List<CampaignEvent> events) {
        if (events.getLast() instanceof BatchBegun && state instanceof Working working) {
            begin(CampaignKey.parse(campaign), working);
        }
    }

    /** Whoever begins to own a campaign goes on with its batch at once, and does not wait for the timer. */
    @Override
    public void recovered(String campaign, Campaign state) {
        if (state instanceof Working working) {
            begin(CampaignKey.parse(campaign), working);
        }
    }

    private void begin(CampaignKey campaign, Working working) {
        int from = working.work().next();
        String batch = campaign + "/" + from;
        if (!underWay.add(batch)) {
            return;
        }
        List<CompletableFuture<Optional<ItemResult>>> all = working.batch().stream()
                .map(user -> items.run(campaign, working.work(), user).toCompletableFuture())
                .toList();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenCompose(done -> {
                    List<ItemResult> known = all.stream()
                            .map(CompletableFuture::join)
                            .flatMap(Optional::stream)
                            .toList();
                    return known.size() == all.size()
                            ? settle(campaign, from, known)
                            : CompletableFuture.failedFuture(
                                    new IllegalStateException((all.size() - known.size()) + " outcomes are not known"));
                })
                .whenComplete((settled, failure) -> {
                    underWay.remove(batch);
                    if (failure != null) {
                        LOG.debugf(
                                "Users from %d of campaign %s are asked again: %s",
                                from, campaign, failure.getMessage());
                    }
                });
    }

    private CompletableFuture<?> settle(CampaignKey campaign, int from, List<ItemResult> results) {
        String id = "campaign-" + campaign.id() + "-" + from;
        return campaigns
                .submit(campaign, new SettleBatch(from, results), new CommandMeta(id, campaign.id(), US))
                .toCompletableFuture();
    }
}

package dev.foyer.pin.process;

import dev.foyer.base.Actor;
import dev.foyer.base.Backoff;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.pin.Campaigns;
import dev.foyer.pin.contract.CampaignKey;
import dev.foyer.pin.domain.campaign.Campaign;
import dev.foyer.pin.domain.campaign.Campaign.Work;
import dev.foyer.pin.domain.campaign.Campaign.Working;
import dev.foyer.pin.domain.campaign.CampaignCommand.SettleBatch;
import dev.foyer.pin.domain.campaign.CampaignEvent;
import dev.foyer.pin.domain.campaign.CampaignEvent.BatchBegun;
import dev.foyer.pin.domain.campaign.CampaignEvent.BatchSettled;
import dev.foyer.pin.domain.campaign.ItemResult;
import dev.foyer.pin.process.CampaignItems.Tried;
import dev.foyer.service.CountedWords;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Does the batch that a campaign has begun, and tells the campaign what became of each user, or why that is not known. If nothing
 * is known of anybody, or the process dies, the campaign's timer begins the same batch again: nothing here needs to be remembered.
 * Never blocks; the users of a batch are asked at once, in turns when there are many campaigns, and wait with everybody else's
 * commands.
 */
@Singleton
public class CampaignWork implements CommitListener<Campaign, CampaignEvent> {

    private static final Logger LOG = Logger.getLogger(CampaignWork.class);
    private static final Actor US = Actor.service("pin-service");

    /** Whoever is silent for so long is asked again; commands have a deadline, so it is longer than that. */
    private static final Duration SILENCE = Campaign.PATIENCE.minusSeconds(5);

    /** Others of the batch wait with whoever is asked again: not for longer than this, then the campaign goes on with them. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private static final int MOST_TRIES = 6;
    private static final Backoff BACKOFF = Backoff.between(Duration.ofMillis(100), Duration.ofSeconds(2));

    /** Users of all campaigns, at this instance: few beside the 10,000 commands that may be under way here. */
    private static final int AT_ONCE = 500;

    private final Turns turns = new Turns(AT_ONCE);
    private final Campaigns campaigns;
    private final CampaignItems items;
    private final CountedWords settled;

    /** Batches under way in this process, by campaign and beginning: a timer or a recovery need not do them twice at once. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /** Also between two times that a batch's users are asked: a campaign that stands would else look idle most of the time. */
    private final OpenBatches open = new OpenBatches(System::nanoTime);

    /** Submits to the very aggregates that it listens to: nothing may be used before all are made. */
    @Inject
    public CampaignWork(Campaigns campaigns, CampaignItems items, MeterRegistry metrics) {
        this.campaigns = campaigns;
        this.items = items;
        this.settled = CountedWords.of(
                metrics,
                "foyer.campaign.users",
                "Users of campaigns that were done, by what became of them",
                "outcome",
                Stream.of(ItemResult.Outcome.values()).map(CampaignWork::word).toList());
        Gauge.builder("foyer.campaign.batches", open, OpenBatches::count)
                .description("Batches of campaigns that this instance has begun and that are not settled")
                .register(metrics);
    }

    private static String word(ItemResult.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void committed(String campaign, Campaign state, List<CampaignEvent> events) {
        open.heard(campaign, state);
        for (CampaignEvent event : events) {
            if (event instanceof BatchSettled(List<ItemResult> results, Instant _)) {
                results.forEach(result -> settled.count(word(result.outcome())));
            }
        }
        if (events.getLast() instanceof BatchBegun && state instanceof Working working) {
            begin(CampaignKey.parse(campaign), working);
        }
    }

    /** Whoever begins to own a campaign goes on with its batch at once, and does not wait for the timer. */
    @Override
    public void recovered(String campaign, Campaign state) {
        open.heard(campaign, state);
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
        ask(campaign, working.work(), working.batch(), Map.of(), 1, System.nanoTime())
                .thenCompose(known -> settle(
                        campaign, from, working.batch().stream().map(known::get).toList()))
                .whenComplete((settled, failure) -> {
                    underWay.remove(batch);
                    if (failure != null) {
                        LOG.debugf(
                                "Users from %d of campaign %s are asked again: %s",
                                from, campaign, failure.getMessage());
                    }
                });
    }

    /** Owners move, and at a start tables are read for a while: that is no reason to wait for the timer. */
    private CompletableFuture<Map<String, Tried>> ask(
            CampaignKey campaign, Work work, List<String> users, Map<String, Tried> before, int tries, long since) {
        Map<String, Tried> known = new ConcurrentHashMap<>(before);
        return CompletableFuture.allOf(users.stream()
                        .map(user -> turns.take(() -> items.run(campaign, work, user)
                                        .toCompletableFuture()
                                        .completeOnTimeout(
                                                CampaignItems.unanswered(user),
                                                SILENCE.toMillis(),
                                                TimeUnit.MILLISECONDS)
                                        .exceptionally(_ -> CampaignItems.unanswered(user)))
                                .thenAccept(is -> known.put(user, is)))
                        .toArray(CompletableFuture[]::new))
                .thenCompose(asked -> {
                    List<String> left = users.stream()
                            .filter(user -> !known.get(user).isDecided())
                            .toList();
                    return left.isEmpty() || tries == MOST_TRIES || System.nanoTime() - since > LONG.toNanos()
                            ? CompletableFuture.completedFuture(known)
                            : CompletableFuture.supplyAsync(() -> left, later(tries))
                                    .thenCompose(again -> ask(campaign, work, again, known, tries + 1, since));
                });
    }

    private static Executor later(int tries) {
        return CompletableFuture.delayedExecutor(BACKOFF.after(tries).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Under an id of its own each time: of the same batch something else may be said the next time. */
    private CompletableFuture<?> settle(CampaignKey campaign, int from, List<Tried> tried) {
        Map<Boolean, List<ItemResult>> results = tried.stream()
                .collect(Collectors.partitioningBy(
                        Tried::isDecided, Collectors.mapping(Tried::result, Collectors.toList())));
        String id = "campaign-" + campaign.id() + "-" + from + "-" + UUID.randomUUID();
        return campaigns
                .submit(
                        campaign,
                        new SettleBatch(from, results.get(true), results.get(false)),
                        new CommandMeta(id, campaign.id(), US))
                .toCompletableFuture();
    }
}

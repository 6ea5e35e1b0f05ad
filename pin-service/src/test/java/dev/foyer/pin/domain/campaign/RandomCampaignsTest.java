package dev.foyer.pin.domain.campaign;

import static dev.foyer.pin.domain.campaign.CampaignFixture.ADMIN;
import static dev.foyer.pin.domain.campaign.CampaignFixture.NOW;
import static dev.foyer.pin.domain.campaign.CampaignFixture.done;
import static dev.foyer.pin.domain.campaign.CampaignFixture.failed;
import static dev.foyer.pin.domain.campaign.CampaignFixture.unanswered;
import static dev.foyer.pin.domain.campaign.CampaignFixture.unsettled;
import static dev.foyer.pin.domain.campaign.CampaignFixture.users;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.campaign.Campaign.Finished;
import dev.foyer.pin.domain.campaign.Campaign.Stopped;
import dev.foyer.pin.domain.campaign.Campaign.Working;
import dev.foyer.pin.domain.campaign.CampaignCommand.ContinueCampaign;
import dev.foyer.pin.domain.campaign.CampaignCommand.ListUsers;
import dev.foyer.pin.domain.campaign.CampaignCommand.SettleBatch;
import dev.foyer.pin.domain.campaign.CampaignCommand.StopCampaign;
import dev.foyer.pin.domain.campaign.CampaignCommand.WakeCampaign;
import dev.foyer.pin.domain.campaign.CampaignEvent.BatchSettled;
import dev.foyer.pin.domain.campaign.ItemResult.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked of a campaign in whatever order, and whoever is not decided at once, each user has one outcome, and no pace is overtaken. */
@Tag("F")
class RandomCampaignsTest {

    private static final int USERS = 23;

    private final CampaignDecider decider = new CampaignDecider();
    private final List<CampaignEvent> journal = new ArrayList<>();
    private Campaign state = decider.initial();
    private Instant now = NOW;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void eachUserHasOneOutcome(long seed) {
        Random random = new Random(seed);
        CampaignPlan plan = new CampaignPlan(CampaignAction.RESET_PIN, 1 + random.nextInt(12), USERS);
        List<SettleBatch> late = new ArrayList<>();
        for (int step = 0; step < 20_000 && !(state instanceof Finished); step++) {
            now = now.plusMillis(random.nextInt(400));
            int settledBefore = settled().size();
            switch (random.nextInt(10)) {
                case 0 -> {
                    int from = random.nextInt(USERS);
                    decide(new ListUsers(plan, from, users(from, Math.min(USERS, from + 1 + random.nextInt(9)))));
                }
                case 1 -> decide(random.nextInt(4) == 0 ? new StopCampaign() : new ContinueCampaign());
                case 2 -> now = now.plusSeconds(random.nextInt(40)); // somebody died
                case 3, 4, 5 -> decide(new WakeCampaign());
                default -> {
                    if (state instanceof Working working) {
                        late.add(said(working, random));
                    }
                    if (!late.isEmpty()) {
                        decide(late.get(random.nextInt(late.size())));
                    }
                }
            }
            boolean mayWork = settledBefore == settled().size()
                    || !(state instanceof Stopped before)
                    || before.since().equals(now);
            assertTrue(mayWork, "settled while stopped");
        }
        assertTrue(state instanceof Finished, () -> "never finished: " + state);
        assertEquals(
                Set.copyOf(users(0, USERS)),
                settled().stream().map(ItemResult::user).collect(Collectors.toSet()));
        assertEquals(USERS, settled().size());
        assertEquals(state, journal.stream().reduce(decider.initial(), decider::evolve, (a, b) -> b));
        assertTrue(!now.isBefore(NOW.plusMillis(1_000L * (USERS - plan.batch()) / plan.perSecond())), "too fast");
    }

    private static SettleBatch said(Working working, Random random) {
        Map<Boolean, List<ItemResult>> results = working.batch().stream()
                .map(user -> switch (random.nextInt(6)) {
                    case 0 -> unanswered(user);
                    case 1 -> unsettled(user);
                    default -> random.nextBoolean() ? done(user) : failed(user);
                })
                .collect(Collectors.partitioningBy(
                        result -> result.reason() == null || result.reason() == Reason.USER_NOT_ENABLED));
        return new SettleBatch(working.work().next(), results.get(true), results.get(false));
    }

    private void decide(CampaignCommand command) {
        if (decider.decide(state, command, new CampaignContext(now, ADMIN, null))
                instanceof
                Decision.Accepted<CampaignEvent, CampaignRefusal, CampaignAnswer>(List<CampaignEvent> events, var _)) {
            events.forEach(event -> {
                state = decider.evolve(state, event);
                journal.add(event);
            });
        }
    }

    private List<ItemResult> settled() {
        return journal.stream()
                .filter(BatchSettled.class::isInstance)
                .flatMap(event -> ((BatchSettled) event).results().stream())
                .toList();
    }
}

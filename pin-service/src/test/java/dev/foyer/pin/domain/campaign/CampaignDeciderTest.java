package dev.foyer.pin.domain.campaign;

import static dev.foyer.pin.domain.campaign.CampaignFixture.NOW;
import static dev.foyer.pin.domain.campaign.CampaignFixture.PLAN;
import static dev.foyer.pin.domain.campaign.CampaignFixture.at;
import static dev.foyer.pin.domain.campaign.CampaignFixture.begun;
import static dev.foyer.pin.domain.campaign.CampaignFixture.done;
import static dev.foyer.pin.domain.campaign.CampaignFixture.failed;
import static dev.foyer.pin.domain.campaign.CampaignFixture.given;
import static dev.foyer.pin.domain.campaign.CampaignFixture.list;
import static dev.foyer.pin.domain.campaign.CampaignFixture.planned;
import static dev.foyer.pin.domain.campaign.CampaignFixture.started;
import static dev.foyer.pin.domain.campaign.CampaignFixture.users;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.pin.domain.campaign.Campaign.Finished;
import dev.foyer.pin.domain.campaign.Campaign.Pausing;
import dev.foyer.pin.domain.campaign.Campaign.Stopped;
import dev.foyer.pin.domain.campaign.Campaign.Working;
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
import dev.foyer.pin.domain.campaign.CampaignEvent.CampaignStarted;
import dev.foyer.pin.domain.campaign.CampaignEvent.CampaignStopped;
import dev.foyer.pin.domain.campaign.CampaignEvent.UsersListed;
import dev.foyer.pin.domain.campaign.CampaignRefusal.CampaignIsOver;
import dev.foyer.pin.domain.campaign.CampaignRefusal.CampaignUnknown;
import dev.foyer.pin.domain.campaign.CampaignRefusal.ListBroken;
import dev.foyer.pin.domain.campaign.CampaignRefusal.PlanNotPossible;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F")
class CampaignDeciderTest {

    private static final List<ItemResult> FIRST = List.of(done("u-0"), failed("u-1"));

    @Test
    void theListComesInPartsAndTheLastOneStarts() {
        given().when(list(0, 2), at(NOW)).thenEvents(planned(), new UsersListed(users(0, 2)));
        given(planned(), new UsersListed(users(0, 2)))
                .when(list(2, 5), at(NOW))
                .thenEvents(new UsersListed(users(2, 5)), new CampaignStarted(NOW));
        given().when(list(0, 5), at(NOW)).thenEvents(planned(), new UsersListed(users(0, 5)), new CampaignStarted(NOW));
    }

    @Test
    void aPartThatComesAgainChangesNothing() {
        assertEquals(
                new Listed(4),
                given(planned(), new UsersListed(users(0, 4)))
                        .when(list(0, 2), at(NOW))
                        .thenEvents()
                        .answer());
        assertEquals(
                new Listed(5),
                given(begun()).when(list(0, 5), at(NOW)).thenEvents().answer());
    }

    @Test
    void aListWithAHoleOrOfAnotherPlanIsRefused() {
        var two = given(planned(), new UsersListed(users(0, 2)));
        two.when(list(3, 5), at(NOW)).thenRefused(new ListBroken());
        two.when(list(1, 3), at(NOW)).thenRefused(new ListBroken());
        two.when(list(2, 6), at(NOW)).thenRefused(new ListBroken());
        two.when(new ListUsers(PLAN, 2, List.of()), at(NOW)).thenRefused(new ListBroken());
        var other = new CampaignPlan(CampaignAction.ENABLE, 4, 5);
        two.when(new ListUsers(other, 2, users(2, 5)), at(NOW)).thenRefused(new ListBroken());
        given(begun()).when(new ListUsers(other, 0, users(0, 5)), at(NOW)).thenRefused(new ListBroken());
    }

    @Test
    void whatIsTooLargeOrTooFastIsRefused() {
        for (CampaignPlan plan : List.of(
                new CampaignPlan(CampaignAction.ENABLE, 1, 0),
                new CampaignPlan(CampaignAction.ENABLE, 1, 10_001),
                new CampaignPlan(CampaignAction.ENABLE, 0, 1),
                new CampaignPlan(CampaignAction.ENABLE, 201, 1))) {
            given().when(new ListUsers(plan, 0, List.of("u-1")), at(NOW)).thenRefused(new PlanNotPossible());
        }
        var wide = new CampaignPlan(CampaignAction.ENABLE, 1, 10_000);
        List<String> longIds = Collections.nCopies(5_001, "x".repeat(128));
        given().when(new ListUsers(wide, 0, longIds), at(NOW)).thenRefused(new PlanNotPossible());
        given().when(new ListUsers(wide, 0, longIds.subList(0, 5_000)), at(NOW)).answer();
    }

    @Test
    void batchesFollowEachOtherAtThePaceThatWasAsked() {
        assertEquals(List.of("u-0", "u-1"), ((Working) given(begun()).state()).batch());
        given(begun())
                .when(new SettleBatch(0, FIRST, List.of()), at(NOW.plusMillis(20)))
                .thenEvents(new BatchSettled(FIRST, NOW.plusMillis(20)));
        var settled = given(begun(new BatchSettled(FIRST, NOW.plusMillis(20))));
        Pausing pausing = (Pausing) settled.state();
        assertEquals(NOW.plusMillis(500), pausing.nextAt());
        assertEquals(new Tally(1, 0, 1, 0), pausing.work().tally());
        assertEquals(3, pausing.work().left());
        settled.when(new WakeCampaign(), at(NOW.plusMillis(499))).thenEvents();
        settled.when(new WakeCampaign(), at(NOW.plusMillis(500))).thenEvents(new BatchBegun(NOW.plusMillis(500)));
    }

    @Test
    void aSlowCampaignDoesOneAtATime() {
        var plan = new CampaignPlan(CampaignAction.ENABLE, 1, 3);
        assertEquals(1, plan.batch());
        assertEquals(100, new CampaignPlan(CampaignAction.ENABLE, 200, 3).batch());
    }

    @Test
    void whatWasBegunIsBegunAgainUntilItsOutcomesAreKnown() {
        var working = given(begun());
        assertEquals(Optional.of(NOW.plus(Campaign.PATIENCE)), working.state().due());
        working.when(new WakeCampaign(), at(NOW.plus(Campaign.PATIENCE).minusMillis(1)))
                .thenEvents();
        working.when(new WakeCampaign(), at(NOW.plus(Campaign.PATIENCE)))
                .thenEvents(new BatchBegun(NOW.plus(Campaign.PATIENCE)));
        var again = given(begun(new BatchBegun(NOW.plus(Campaign.PATIENCE))));
        assertEquals(((Working) working.state()).batch(), ((Working) again.state()).batch());
    }

    @Test
    void outcomesThatComeTwiceOrOfOtherUsersCountForNothing() {
        given(begun(new BatchSettled(FIRST, NOW)))
                .when(new SettleBatch(0, FIRST, List.of()), at(NOW))
                .thenEvents();
        given(begun()).when(new SettleBatch(2, FIRST, List.of()), at(NOW)).thenEvents();
        given(begun())
                .when(new SettleBatch(0, List.of(done("u-0")), List.of()), at(NOW))
                .thenEvents();
        given(begun())
                .when(new SettleBatch(0, List.of(done("u-1"), done("u-0")), List.of()), at(NOW))
                .thenEvents();
    }

    @Test
    void theLastOutcomeFinishesAlsoWhoIsStopping() {
        CampaignEvent[] last = begun(
                new BatchSettled(FIRST, NOW),
                new BatchBegun(NOW),
                new BatchSettled(List.of(done("u-2"), done("u-3")), NOW),
                new BatchBegun(NOW));
        List<ItemResult> one = List.of(done("u-4"));
        given(last)
                .when(new SettleBatch(4, one, List.of()), at(NOW))
                .thenEvents(new BatchSettled(one, NOW), new CampaignFinished(NOW));
        assertEquals(
                new Finished(PLAN, NOW),
                given(last).when(new SettleBatch(4, one, List.of()), at(NOW)).stateAfter());
    }

    @Test
    void aStopLetsTheBatchUnderWayEndAndNoOtherBegin() {
        given(begun()).when(new StopCampaign(), at(NOW)).thenEvents(new CampaignStopped(NOW));
        var stopping = given(begun(new CampaignStopped(NOW)));
        stopping.when(new StopCampaign(), at(NOW)).thenEvents();
        stopping.when(new WakeCampaign(), at(NOW.plus(Campaign.PATIENCE)))
                .thenEvents(new BatchBegun(NOW.plus(Campaign.PATIENCE)));
        var stopped = given(begun(new CampaignStopped(NOW), new BatchSettled(FIRST, NOW)));
        assertTrue(stopped.state() instanceof Stopped(Campaign.Work work, var since) && work.left() == 3);
        stopped.when(new WakeCampaign(), at(NOW.plus(Duration.ofDays(29)))).thenEvents();
        given(started()).when(new StopCampaign(), at(NOW)).thenEvents(new CampaignStopped(NOW));
        assertTrue(given(started(new CampaignStopped(NOW))).state() instanceof Stopped);
    }

    @Test
    void itIsContinuedWhereItWas() {
        var stopped = given(begun(new CampaignStopped(NOW), new BatchSettled(FIRST, NOW)));
        stopped.when(new ContinueCampaign(), at(NOW.plusSeconds(60)))
                .thenEvents(new CampaignContinued(NOW.plusSeconds(60)));
        var continued = given(begun(
                new CampaignStopped(NOW),
                new BatchSettled(FIRST, NOW),
                new CampaignContinued(NOW),
                new BatchBegun(NOW)));
        assertEquals(List.of("u-2", "u-3"), ((Working) continued.state()).batch());
        // While the batch is under way nothing has stopped yet.
        given(begun(new CampaignStopped(NOW)))
                .when(new ContinueCampaign(), at(NOW))
                .thenEvents(new CampaignContinued(NOW));
        given(begun()).when(new ContinueCampaign(), at(NOW)).thenEvents();
        given(started()).when(new ContinueCampaign(), at(NOW)).thenEvents();
    }

    @Test
    void whatIsOverCanNeitherBeStoppedNorContinued() {
        var over = given(started(new CampaignStopped(NOW), new CampaignFinished(NOW)));
        over.when(new StopCampaign(), at(NOW)).thenRefused(new CampaignIsOver());
        over.when(new ContinueCampaign(), at(NOW)).thenRefused(new CampaignIsOver());
        given().when(new StopCampaign(), at(NOW)).thenRefused(new CampaignUnknown());
        given(planned()).when(new ContinueCampaign(), at(NOW)).thenRefused(new CampaignUnknown());
    }

    @Test
    void whatNobodyComesBackForEnds() {
        given(planned())
                .when(new WakeCampaign(), at(NOW.plus(Campaign.LISTED_WITHIN)))
                .thenEvents(new CampaignForgotten(NOW.plus(Campaign.LISTED_WITHIN)));
        given(started(new CampaignStopped(NOW)))
                .when(new WakeCampaign(), at(NOW.plus(Campaign.CONTINUED_WITHIN)))
                .thenEvents(new CampaignFinished(NOW.plus(Campaign.CONTINUED_WITHIN)));
        var finished = given(started(new CampaignStopped(NOW), new CampaignFinished(NOW)));
        finished.when(new WakeCampaign(), at(NOW.plus(Duration.ofHours(24)))).thenEvents();
        assertTrue(new CampaignDecider()
                .isOver(finished.when(new WakeCampaign(), at(NOW.plus(Campaign.KEPT)))
                        .stateAfter()));
    }

    @Test
    void anEventThatCannotFollowIsLoud() {
        assertThrows(ImpossibleEvent.class, () -> given(new BatchBegun(NOW)));
        assertThrows(ImpossibleEvent.class, () -> given(started(new BatchSettled(FIRST, NOW))));
        assertThrows(ImpossibleEvent.class, () -> given(begun(new CampaignFinished(NOW))));
        assertThrows(ImpossibleEvent.class, () -> given(started(new CampaignContinued(NOW))));
    }
}

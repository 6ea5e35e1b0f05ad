package dev.foyer.pin.domain.campaign;

import static dev.foyer.pin.domain.campaign.CampaignFixture.NOW;
import static dev.foyer.pin.domain.campaign.CampaignFixture.at;
import static dev.foyer.pin.domain.campaign.CampaignFixture.begun;
import static dev.foyer.pin.domain.campaign.CampaignFixture.done;
import static dev.foyer.pin.domain.campaign.CampaignFixture.given;
import static dev.foyer.pin.domain.campaign.CampaignFixture.keyless;
import static dev.foyer.pin.domain.campaign.CampaignFixture.unanswered;
import static dev.foyer.pin.domain.campaign.CampaignFixture.unsettled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.foyer.pin.domain.campaign.Campaign.Pausing;
import dev.foyer.pin.domain.campaign.Campaign.Stopped;
import dev.foyer.pin.domain.campaign.Campaign.Working;
import dev.foyer.pin.domain.campaign.CampaignCommand.SettleBatch;
import dev.foyer.pin.domain.campaign.CampaignEvent.BatchBegun;
import dev.foyer.pin.domain.campaign.CampaignEvent.BatchSettled;
import dev.foyer.pin.domain.campaign.CampaignEvent.CampaignFinished;
import dev.foyer.pin.domain.campaign.CampaignEvent.CampaignStopped;
import dev.foyer.pin.domain.campaign.CampaignEvent.UsersAwaited;
import dev.foyer.pin.domain.campaign.ItemResult.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who cannot be decided holds nobody else up, is asked again, and ends one day. */
@Tag("F")
class SettlementTest {

    private static final SettleBatch NOBODY = said(List.of(), unanswered("u-0"), unsettled("u-1"));

    private static SettleBatch said(List<ItemResult> results, ItemResult... undecided) {
        return new SettleBatch(0, results, List.of(undecided));
    }

    /** With its first batch begun so often, and nothing known. */
    private static CampaignEvent[] tried(int times, CampaignEvent... more) {
        List<CampaignEvent> again = new ArrayList<>(Collections.nCopies(times - 1, new BatchBegun(NOW)));
        again.addAll(List.of(more));
        return begun(again.toArray(CampaignEvent[]::new));
    }

    @Test
    void whoIsNotDecidedIsNextAgainAndTheOthersAreDone() {
        var some = given(begun()).when(said(List.of(done("u-1")), unanswered("u-0")), at(NOW));
        some.thenEvents(new BatchSettled(List.of(done("u-1")), NOW));
        Pausing after = assertInstanceOf(Pausing.class, some.stateAfter());
        assertEquals(4, after.work().left());
        assertEquals(new Tally(1, 0, 0, 0), after.work().tally());
        var next = given(begun(new BatchSettled(List.of(done("u-1")), NOW), new BatchBegun(NOW)));
        assertEquals(List.of("u-0", "u-2"), ((Working) next.state()).batch());
    }

    @Test
    void whatItWaitsForIsSaidOnce() {
        given(begun()).when(NOBODY, at(NOW)).thenEvents(new UsersAwaited(Reason.NO_ANSWER, NOW));
        var waiting = given(begun(new UsersAwaited(Reason.NO_ANSWER, NOW)));
        waiting.when(NOBODY, at(NOW)).thenEvents();
        waiting.when(said(List.of(), unanswered("u-0"), keyless("u-1")), at(NOW))
                .thenEvents(new UsersAwaited(Reason.NO_DELIVERY_KEY, NOW));
    }

    @Test
    void whoWasAskedOftenEnoughEndsWithTheReason() {
        given(tried(Campaign.MOST_TRIES - 1, new UsersAwaited(Reason.NO_ANSWER, NOW)))
                .when(NOBODY, at(NOW))
                .thenEvents();
        given(tried(Campaign.MOST_TRIES, new UsersAwaited(Reason.NO_ANSWER, NOW)))
                .when(NOBODY, at(NOW))
                .thenEvents(new BatchSettled(List.of(unanswered("u-0"), unsettled("u-1")), NOW));
    }

    @Test
    void afterTheFirstWithoutAnAnswerTheOthersAreAskedLessOften() {
        List<CampaignEvent> more =
                new ArrayList<>(List.of(new BatchSettled(List.of(done("u-0"), unanswered("u-1")), NOW)));
        more.addAll(Collections.nCopies(Campaign.FEWER_TRIES - 1, new BatchBegun(NOW)));
        SettleBatch two = new SettleBatch(2, List.of(), List.of(unanswered("u-2"), unanswered("u-3")));
        given(begun(more.toArray(CampaignEvent[]::new)))
                .when(two, at(NOW))
                .thenEvents(new UsersAwaited(Reason.NO_ANSWER, NOW));
        more.add(new BatchBegun(NOW));
        given(begun(more.toArray(CampaignEvent[]::new)))
                .when(two, at(NOW))
                .thenEvents(new BatchSettled(List.of(unanswered("u-2"), unanswered("u-3")), NOW));
    }

    @Test
    void theLastOneIsGivenUpAndTheCampaignEnds() {
        List<CampaignEvent> last = new ArrayList<>(List.of(
                new BatchSettled(List.of(done("u-0"), done("u-1")), NOW),
                new BatchBegun(NOW),
                new BatchSettled(List.of(done("u-2"), done("u-3")), NOW)));
        last.addAll(Collections.nCopies(Campaign.MOST_TRIES, new BatchBegun(NOW)));
        given(begun(last.toArray(CampaignEvent[]::new)))
                .when(new SettleBatch(4, List.of(), List.of(unanswered("u-4"))), at(NOW))
                .thenEvents(new BatchSettled(List.of(unanswered("u-4")), NOW), new CampaignFinished(NOW));
    }

    @Test
    void whoEverybodyElseWaitsWithIsNeverGivenUp() {
        var away = said(List.of(), keyless("u-0"), keyless("u-1"));
        given(tried(1_000, new UsersAwaited(Reason.NO_DELIVERY_KEY, NOW)))
                .when(away, at(NOW))
                .thenEvents();
        given(tried(1_000, new UsersAwaited(Reason.NO_DELIVERY_KEY, NOW)))
                .when(said(List.of(), keyless("u-0"), unsettled("u-1")), at(NOW))
                .thenEvents(new BatchSettled(List.of(unsettled("u-1")), NOW));
        given(tried(1_000, new UsersAwaited(Reason.NO_DELIVERY_KEY, NOW)))
                .when(said(List.of(done("u-0"), done("u-1"))), at(NOW))
                .thenEvents(new BatchSettled(List.of(done("u-0"), done("u-1")), NOW));
    }

    @Test
    void triesBeginAnewWithEachBatch() {
        var next = given(tried(Campaign.MOST_TRIES, new BatchSettled(List.of(done("u-0")), NOW), new BatchBegun(NOW)));
        assertEquals(1, ((Working) next.state()).tries());
        next.when(new SettleBatch(1, List.of(), List.of(unanswered("u-1"), unanswered("u-2"))), at(NOW))
                .thenEvents(new UsersAwaited(Reason.NO_ANSWER, NOW));
    }

    @Test
    void aStopNeedNotWaitForWhatIsKnownNotToBeDone() {
        var stopping = given(begun(new CampaignStopped(NOW)));
        var none = stopping.when(said(List.of(), keyless("u-0"), unsettled("u-1")), at(NOW));
        none.thenEvents(new BatchSettled(List.of(), NOW));
        assertEquals(
                5, assertInstanceOf(Stopped.class, none.stateAfter()).work().left());
        stopping.when(said(List.of(done("u-0")), unsettled("u-1")), at(NOW))
                .thenEvents(new BatchSettled(List.of(done("u-0")), NOW));
    }

    @Test
    void aStopWaitsForWhoMayBeDoneUntilThatIsLongEnough() {
        SettleBatch half = said(List.of(done("u-0")), unanswered("u-1"));
        given(begun(new CampaignStopped(NOW))).when(half, at(NOW)).thenEvents();
        given(tried(Campaign.MOST_TRIES, new CampaignStopped(NOW)))
                .when(half, at(NOW))
                .thenEvents(new BatchSettled(List.of(done("u-0"), unanswered("u-1")), NOW));
    }

    @Test
    void whatDoesNotTellOfEachUserOnceCountsForNothing() {
        for (SettleBatch odd : List.of(
                said(List.of(done("u-0"))),
                said(List.of(done("u-0")), unanswered("u-0")),
                said(List.of(done("u-0")), unanswered("u-2")),
                said(List.of(), unanswered("u-1"), unanswered("u-0")),
                new SettleBatch(1, List.of(), List.of(unanswered("u-0"), unanswered("u-1"))))) {
            given(begun()).when(odd, at(NOW)).thenEvents();
        }
    }
}

package dev.foyer.pin.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.pin.domain.campaign.Campaign;
import dev.foyer.pin.domain.campaign.Campaign.Pausing;
import dev.foyer.pin.domain.campaign.Campaign.Planned;
import dev.foyer.pin.domain.campaign.Campaign.Stopped;
import dev.foyer.pin.domain.campaign.Campaign.Unplanned;
import dev.foyer.pin.domain.campaign.Campaign.Work;
import dev.foyer.pin.domain.campaign.Campaign.Working;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.campaign.CampaignAnswer.Done;
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
import dev.foyer.pin.domain.campaign.CampaignPlan;
import dev.foyer.pin.domain.campaign.ItemResult;
import dev.foyer.pin.domain.campaign.ItemResult.Outcome;
import dev.foyer.pin.domain.campaign.ItemResult.Reason;
import dev.foyer.pin.domain.campaign.Tally;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What others hear of campaigns is as the examples say; how they are kept is nobody's business. */
@Tag("F")
class CampaignPublisherV1ContractTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");
    private static final String KEY = "contoso.com/5a0d6f0e-3f5c-3b0c-9f0b-2f6f3c1f7a11";
    private static final CommandMeta META =
            new CommandMeta("c-1", "c-1", new Actor("admin", "conferencing-admin", null));
    private static final CampaignPlan PLAN = new CampaignPlan(CampaignAction.RESET_PIN, 20, 3);
    private static final List<ItemResult> RESULTS = List.of(
            new ItemResult("u-17", Outcome.DONE, null, "QUEUED"),
            new ItemResult("u-18", Outcome.FAILED, Reason.USER_NOT_ENABLED, null));

    @Test
    void progress() {
        Campaign planned = new Planned(work(0, new Tally(0, 0, 0, 0)), NOW);
        Campaign two = new Pausing(work(2, new Tally(1, 0, 1, 0)), NOW);
        is(planned, new CampaignStarted(NOW), new Pausing(work(0, new Tally(0, 0, 0, 0)), NOW), "CampaignStarted");
        is(planned, new BatchSettled(RESULTS, NOW), two, "CampaignProgressed", "minimal");
        is(two, new CampaignStopped(NOW), new Stopped(work(2, new Tally(1, 0, 1, 0)), NOW), "CampaignStopped");
        is(two, new CampaignContinued(NOW), two, "CampaignContinued");
        is(
                new Pausing(work(3, new Tally(2, 0, 1, 0)), NOW),
                new CampaignFinished(NOW),
                new Campaign.Finished(PLAN, NOW),
                "CampaignFinished");
    }

    @Test
    void whatItWaitsFor() {
        Campaign waiting = new Working(work(2, new Tally(1, 0, 1, 0)), NOW, false, 1, Reason.NO_DELIVERY_KEY);
        is(waiting, new UsersAwaited(Reason.NO_DELIVERY_KEY, NOW), waiting, "CampaignProgressed");
    }

    @Test
    void whatIsNotSaid() {
        Campaign planned = new Planned(work(0, new Tally(0, 0, 0, 0)), NOW);
        for (CampaignEvent event : List.of(
                new CampaignPlanned(PLAN, "admin", null, null, NOW),
                new UsersListed(List.of("u-17")),
                new BatchBegun(NOW),
                new BatchSettled(List.of(), NOW),
                new CampaignForgotten(NOW))) {
            assertEquals(List.of(), published(new Unplanned(), event, planned));
        }
    }

    private static Work work(int next, Tally tally) {
        return new Work(PLAN, "admin", null, null, List.of("u-17", "u-18", "u-19"), next, tally);
    }

    private static List<PublicRecord> published(Campaign before, CampaignEvent event, Campaign after) {
        return new CampaignPublisherV1().publish(new Fact<>(KEY, before, event, after, new Done(), META, 1));
    }

    private static void is(Campaign before, CampaignEvent event, Campaign after, String type) {
        is(before, event, after, type, "full");
    }

    private static void is(Campaign before, CampaignEvent event, Campaign after, String type, String example) {
        PublicRecord made = published(before, event, after).getFirst();
        assertEquals("pin.events", made.topic());
        assertEquals(new Examples("pin.events").json(type, example), JSON.valueToTree(made.data()));
        assertEquals("foyer.pin." + type + ".v1", made.type());
        assertEquals(KEY, made.key());
        assertEquals("contoso.com", made.tenant());
    }
}

package dev.foyer.pin.domain.campaign;

import dev.foyer.base.Actor;
import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.pin.domain.campaign.CampaignCommand.ListUsers;
import dev.foyer.pin.domain.campaign.CampaignEvent.BatchBegun;
import dev.foyer.pin.domain.campaign.CampaignEvent.CampaignPlanned;
import dev.foyer.pin.domain.campaign.CampaignEvent.CampaignStarted;
import dev.foyer.pin.domain.campaign.CampaignEvent.UsersListed;
import dev.foyer.pin.domain.campaign.ItemResult.Outcome;
import dev.foyer.pin.domain.campaign.ItemResult.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Short words for the history of a campaign that resets the PINs of five users, four in a second. */
public final class CampaignFixture {

    public static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");
    static final Actor ADMIN = new Actor("admin", "conferencing-admin", "u-admin");
    static final String WHY = "CHG-17: longer PINs";
    static final CampaignPlan PLAN = new CampaignPlan(CampaignAction.RESET_PIN, 4, 5);

    private CampaignFixture() {}

    static DeciderTester<Campaign, CampaignCommand, CampaignEvent, CampaignRefusal, CampaignAnswer, CampaignContext>
            given(CampaignEvent... history) {
        return DeciderTester.given(new CampaignDecider(), List.of(history));
    }

    static CampaignContext at(Instant now) {
        return new CampaignContext(now, ADMIN, WHY);
    }

    /** From the first one on. */
    static List<String> users(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "u-" + i).toList();
    }

    static ListUsers list(int from, int to) {
        return new ListUsers(PLAN, from, users(from, to));
    }

    static CampaignPlanned planned() {
        return new CampaignPlanned(PLAN, "admin", "u-admin", WHY, NOW);
    }

    /** With more events behind its start. */
    static CampaignEvent[] started(CampaignEvent... more) {
        List<CampaignEvent> all =
                new ArrayList<>(List.of(planned(), new UsersListed(users(0, 5)), new CampaignStarted(NOW)));
        all.addAll(List.of(more));
        return all.toArray(CampaignEvent[]::new);
    }

    /** With more events behind the beginning of its first batch, which are the users 0 and 1. */
    static CampaignEvent[] begun(CampaignEvent... more) {
        List<CampaignEvent> all = new ArrayList<>(List.of(started()));
        all.add(new BatchBegun(NOW));
        all.addAll(List.of(more));
        return all.toArray(CampaignEvent[]::new);
    }

    static ItemResult done(String user) {
        return new ItemResult(user, Outcome.DONE, null, "QUEUED");
    }

    /** Of whom nobody knows whether it was done. */
    static ItemResult unanswered(String user) {
        return new ItemResult(user, Outcome.FAILED, Reason.NO_ANSWER, null);
    }

    /** Whom something of its own is in the way. */
    static ItemResult unsettled(String user) {
        return new ItemResult(user, Outcome.FAILED, Reason.CONFERENCE_ID_UNSETTLED, null);
    }

    /** For whom, as for everybody, there is no key. */
    static ItemResult keyless(String user) {
        return new ItemResult(user, Outcome.FAILED, Reason.NO_DELIVERY_KEY, null);
    }

    static ItemResult failed(String user) {
        return new ItemResult(user, Outcome.FAILED, Reason.USER_NOT_ENABLED, null);
    }
}

package dev.foyer.pin.domain.campaign;

import java.time.Instant;
import java.util.List;

/** What happened to a campaign. */
public sealed interface CampaignEvent {

    /**
     * @param by the account
     * @param byUserId its own user, or {@code null}
     * @param reason why they wanted it (rule G3); {@code null}: it was not said
     */
    record CampaignPlanned(CampaignPlan plan, String by, String byUserId, String reason, Instant at)
            implements CampaignEvent {}

    /** A part of its users, behind those before. */
    record UsersListed(List<String> users) implements CampaignEvent {}

    /** All are listed. */
    record CampaignStarted(Instant at) implements CampaignEvent {}

    /** Perhaps not for the first time. */
    record BatchBegun(Instant at) implements CampaignEvent {}

    /** @param results of users of the batch, in their order; whom it leaves out is next again */
    record BatchSettled(List<ItemResult> results, Instant at) implements CampaignEvent {}

    /** Of no user of the batch anything is known, and why; they are asked again. */
    record UsersAwaited(ItemResult.Reason because, Instant at) implements CampaignEvent {}

    /** The batch under way is the last one for now. */
    record CampaignStopped(Instant at) implements CampaignEvent {}

    record CampaignContinued(Instant at) implements CampaignEvent {}

    /** All users are done, or nobody has continued it for long. */
    record CampaignFinished(Instant at) implements CampaignEvent {}

    /** Its list never came whole, or it is over for long: nobody need know of it. */
    record CampaignForgotten(Instant at) implements CampaignEvent {}
}

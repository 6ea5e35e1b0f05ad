package dev.foyer.pin.domain.campaign;

/** Why nothing happened to a campaign. */
public sealed interface CampaignRefusal {

    record CampaignUnknown() implements CampaignRefusal {}

    /** Nothing is left to be stopped or continued. */
    record CampaignIsOver() implements CampaignRefusal {}

    /** The plan has no users, or too many, or is slower or faster than can be. */
    record PlanNotPossible() implements CampaignRefusal {}

    /** The list does not go on where it ended, or is of another plan. */
    record ListBroken() implements CampaignRefusal {}
}

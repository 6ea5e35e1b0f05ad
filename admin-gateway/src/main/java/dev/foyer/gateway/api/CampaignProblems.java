package dev.foyer.gateway.api;

import dev.foyer.base.Problem;

/** Problems of campaigns. */
final class CampaignProblems {

    private CampaignProblems() {}

    static Problem campaignNotFound() {
        return Problem.of(404, "campaign-not-found", "No such campaign", "Your tenant has no campaign of this id.");
    }

    static Problem campaignIsOver() {
        return Problem.of(
                409,
                "campaign-is-over",
                "The campaign is over",
                "Nothing is left to be stopped or continued; make another campaign for what is left to do.");
    }

    static Problem campaignEmpty() {
        return Problem.of(
                400,
                "campaign-empty",
                "The campaign has no users",
                "Send users (userIds or userPrincipalNames), or a query that finds some.");
    }

    static Problem campaignUsersOrQuery() {
        return Problem.of(
                400,
                "campaign-users-or-query",
                "Whose campaign is it?",
                "Send either users or query; an empty query object means everybody.");
    }

    static Problem campaignTooLarge(long users) {
        return Problem.of(
                400,
                "campaign-too-large",
                "The campaign has too many users",
                "These are " + users + " users, and a campaign has at most " + CampaignUsers.MOST
                        + ". Make several, by narrower searches or shorter lists.");
    }

    static Problem tooManyCampaigns(int most) {
        return Problem.of(
                409,
                "too-many-campaigns",
                "Too many campaigns are not finished",
                "Your tenant has " + most + " of them, running or stopped. Wait for one to finish.");
    }
}

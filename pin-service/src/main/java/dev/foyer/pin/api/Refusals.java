package dev.foyer.pin.api;

import dev.foyer.base.Problem;
import dev.foyer.pin.domain.campaign.CampaignPlan;
import dev.foyer.pin.domain.campaign.CampaignRefusal;
import dev.foyer.pin.domain.scan.CallSourceRefusal;
import dev.foyer.pin.domain.signin.AccountRefusal;
import dev.foyer.pin.domain.signin.SourceRefusal;
import dev.foyer.pin.domain.user.UserRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Each refusal as a problem: a stable type, and a sentence that says what to do. Of settings see {@link TenantRefusals}. */
final class Refusals {

    private Refusals() {}

    static Problem problem(UserRefusal refusal) {
        return switch (refusal) {
            case UserRefusal.UserUnknown() ->
                Problem.of(404, "user-not-found", "User not found", "There is no such user in your tenant.");
            case UserRefusal.UserLimitReached() ->
                Problem.unavailable(
                        "user-limit-reached",
                        "There is no memory for another user, or for more of this one. Remove users, or have"
                                + " operations give pin-service a larger heap.",
                        60);
            case UserRefusal.UserInactive() ->
                Problem.of(
                        409,
                        "user-inactive",
                        "The user's account is turned off",
                        "The tenant's directory says that this account is not active; turn it on there first.");
            case UserRefusal.UserNameTaken() ->
                Problem.of(
                        409,
                        "user-principal-name-taken",
                        "The userPrincipalName is taken",
                        "Another user of your tenant has this name; choose another one, or change that user first.");
            case UserRefusal.UserNameNotReserved _ ->
                throw new IllegalStateException("A step is no answer to a request");
            case UserRefusal.UserNotEnabled() ->
                Problem.of(
                        409,
                        "user-not-enabled",
                        "User is not enabled",
                        "The user is not enabled for dial-in conferencing; enable the user first.");
            case UserRefusal.OwnPinReset() ->
                Problem.of(
                        403,
                        "own-pin-reset",
                        "Nobody resets their own PIN",
                        "A user can never reset the own PIN; another administrator has to do it.");
            case UserRefusal.AddressWithoutSendEmail() ->
                Problem.of(
                        400,
                        "address-without-send-email",
                        "sendEmailToAddress needs sendEmail",
                        "Set sendEmail to true, or leave sendEmailToAddress out.");
            case UserRefusal.ConferenceIdNotReserved() ->
                Problem.unavailable("no-conference-id", "The user changed at the same time; try again.", 1);
            case UserRefusal.ConferenceIdNeedsAdministrator() ->
                Problem.of(
                        403,
                        "conference-id-needs-administrator",
                        "Only an administrator changes conference IDs",
                        "Ask an administrator of your tenant.");
            case UserRefusal.ConferenceIdTaken(String id) ->
                Problem.of(
                        409,
                        "conference-id-taken",
                        "The conference ID is taken",
                        id + " belongs to somebody else; choose another one, or have one drawn.");
            case UserRefusal.ConferenceIdUnsettled(String id) ->
                Problem.unavailable(
                        "conference-id-unsettled",
                        id + " is just being reserved or given back for this user; try again.",
                        1);
            case UserRefusal.ResetNeedsAdministrator() ->
                Problem.of(
                        403,
                        "reset-needs-administrator",
                        "Only administrators reset PINs",
                        "A PIN is reset by an administrator or a helpdesk of the tenant, through the API or the"
                                + " page.");
            case UserRefusal.ResetLimitReached(Instant until) ->
                resetLimitReached(
                        "This user got a new PIN too often within an hour; what held before goes on holding.", until);
            case UserRefusal.AddressNeedsAdministrator() ->
                Problem.of(
                        403,
                        "address-needs-administrator",
                        "Only an administrator may choose the address",
                        "The mail goes to the user's own address; leave sendEmailToAddress out, or ask an"
                                + " administrator.");
            case UserRefusal.PinLongEnough() -> throw new IllegalStateException("Only a campaign asks so");
            case UserRefusal.NoDeliveryKey() ->
                Problem.unavailable(
                        "no-delivery-key",
                        "No PIN can be made before the notification service has published its key; try again when it"
                                + " is there.",
                        5);
            case UserRefusal.LicenceCannotWait _, UserRefusal.LicenceNotAwaited _ ->
                throw new IllegalStateException("No request asks for a licence to wait");
            case UserRefusal.PinNotSealedForThis() ->
                Problem.of(
                        400,
                        "pin-not-sealed-for-this",
                        "The PIN is not sealed for this verification",
                        "Seal 4 to 12 digits to pin-service's verification key, for this user, meeting, call and"
                                + " command.");
            case UserRefusal.VerificationKeyIsMissing() ->
                Problem.unavailable(
                        "verification-key-missing",
                        "The PIN is sealed to a key that this service has not got; add it to its key file, or try"
                                + " again.",
                        5);
            case UserRefusal.ServiceNumberNotOffered(String number) ->
                Problem.of(
                        400,
                        "service-number-not-offered",
                        "Not a service number of the tenant",
                        number + " is none of the tenant's service numbers of that type; see the settings.");
        };
    }

    static Problem problem(CampaignRefusal refusal) {
        return switch (refusal) {
            case CampaignRefusal.CampaignUnknown() ->
                Problem.of(
                        404, "campaign-not-found", "Campaign not found", "There is no such campaign in your tenant.");
            case CampaignRefusal.CampaignIsOver() ->
                Problem.of(
                        409,
                        "campaign-is-over",
                        "The campaign is over",
                        "Nothing is left to be stopped or continued; make another campaign for what is left to do.");
            case CampaignRefusal.PlanNotPossible() ->
                Problem.of(
                        400,
                        "campaign-not-possible",
                        "The campaign is too large",
                        "A campaign has 1 to " + CampaignPlan.MOST_USERS + " users, at most "
                                + CampaignPlan.MOST_CHARACTERS
                                + " characters of ids, and works on 1 to " + CampaignPlan.FASTEST
                                + " of them in a second; make several.");
            case CampaignRefusal.ListBroken() ->
                Problem.of(
                        409,
                        "campaign-list-broken",
                        "The list of users does not go on",
                        "Make the campaign again; nothing was done.");
        };
    }

    static Problem problem(AccountRefusal refusal) {
        return switch (refusal) {
            case AccountRefusal.AccountWaits(Instant until) -> waits(until);
        };
    }

    static Problem problem(SourceRefusal refusal) {
        return switch (refusal) {
            case SourceRefusal.SourceWaits(Instant until) -> waits(until);
        };
    }

    static Problem problem(CallSourceRefusal refusal) {
        return switch (refusal) {
            case CallSourceRefusal.SourceUnknown() ->
                Problem.of(
                        404,
                        "scan-not-found",
                        "No such suspected scan",
                        "Nothing is counted against this source; see the list of scans.");
        };
    }

    static Problem actorResetLimitReached(Duration wait) {
        return resetLimitReached(
                "Your account has reset too many PINs within an hour.",
                Instant.now().plus(wait));
    }

    /** @param why a sentence; what to do follows */
    private static Problem resetLimitReached(String why, Instant until) {
        return new Problem(
                429,
                "/problems/reset-limit-reached",
                "Too many PIN resets",
                why + " Try again when Retry-After says; nothing has changed.",
                Map.of("Retry-After", secondsUntil(until)));
    }

    private static String secondsUntil(Instant until) {
        return Long.toString(Math.max(1, Duration.between(Instant.now(), until).toSeconds() + 1));
    }

    private static Problem waits(Instant until) {
        return new Problem(
                429,
                "/problems/sign-in-delayed",
                "Too many failed attempts",
                "Nothing is compared before the wait is over; what was tried is not counted.",
                Map.of("Retry-After", secondsUntil(until)));
    }
}

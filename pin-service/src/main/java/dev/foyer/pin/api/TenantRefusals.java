package dev.foyer.pin.api;

import dev.foyer.base.Problem;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.tenant.TenantRefusal;

/** Why a tenant's settings stay as they are, as a problem that says what they may be. */
final class TenantRefusals {

    private TenantRefusals() {}

    static Problem problem(TenantRefusal refusal) {
        return switch (refusal) {
            case TenantRefusal.PinLengthOutOfRange(int wanted) ->
                Problem.of(
                        400,
                        "pin-length-out-of-range",
                        "pinLength is out of range",
                        "pinLength is " + wanted + "; choose " + Pin.SHORTEST + " to " + Pin.LONGEST + ".");
            case TenantRefusal.LogonAttemptsOutOfRange(int wanted) ->
                Problem.of(
                        400,
                        "logon-attempts-out-of-range",
                        "maximumLogonAttempts is out of range",
                        "maximumLogonAttempts is " + wanted + "; choose 1 to 99, or null for the default.");
            case TenantRefusal.OrganizerAlertOutOfRange(int wanted) ->
                Problem.of(
                        400,
                        "organizer-alert-out-of-range",
                        "organizerAlertMinutes is out of range",
                        "organizerAlertMinutes is " + wanted + "; choose 1 to 1440, or null for no alert.");
            case TenantRefusal.CallSilenceOutOfRange(int wanted) ->
                Problem.of(
                        400,
                        "call-silence-out-of-range",
                        "callSilence is out of range",
                        "callSilence is " + wanted
                                + " minutes; choose 1 to 1440, or null for what the installation has (10 minutes, if"
                                + " nothing else is configured).");
            case TenantRefusal.ReasonPatternInvalid(String why) ->
                Problem.of(
                        400,
                        "reason-pattern-invalid",
                        "reasonPattern is not valid",
                        "reasonPattern " + why + ". An example: INC[0-9]{7}");
            case TenantRefusal.ReasonPatternWithoutReasons() ->
                Problem.of(
                        400,
                        "reason-pattern-without-reasons",
                        "reasonPattern has no effect",
                        "reasons is OFF, so nobody is asked for one; set it to OPTIONAL or REQUIRED, or reasonPattern to"
                                + " null.");
            case TenantRefusal.ServiceNumberInvalid(String number) ->
                Problem.of(
                        400,
                        "service-number-invalid",
                        "A service number is not valid",
                        "Of " + number + ": country is two letters such as IT, city a name, languages at most 5 tags"
                                + " such as it-IT.");
            case TenantRefusal.SenderOverrideIncomplete() ->
                Problem.of(
                        400,
                        "sender-override-incomplete",
                        "The sender is incomplete",
                        "sendEmailFromOverride needs sendEmailFromAddress and sendEmailFromDisplayName.");
            case TenantRefusal.SenderInvalid() ->
                Problem.of(
                        400,
                        "sender-invalid",
                        "The sender is not valid",
                        "sendEmailFromAddress is an address such as conferencing@contoso.com, sendEmailFromDisplayName"
                                + " a name of at most 128 printable characters.");
            case TenantRefusal.OrganizationNameInvalid() ->
                Problem.of(
                        400,
                        "organization-name-invalid",
                        "The organization's name is not valid",
                        "organizationName is a name of at most 128 printable characters.");
            case TenantRefusal.SupportContactInvalid() ->
                Problem.of(
                        400,
                        "support-contact-invalid",
                        "The support contact is not valid",
                        "supportContact is a mail address such as helpdesk@contoso.com; users' replies go there.");
            case TenantRefusal.LanguageUnknown(String tag) ->
                Problem.of(
                        400,
                        "language-unknown",
                        "defaultLanguage is no language tag",
                        "Give a BCP 47 tag such as en or it-IT; this is none: " + tag);
            case TenantRefusal.DefaultNumberNotOffered(String number) ->
                Problem.of(
                        400,
                        "default-number-not-offered",
                        "A default number is not offered",
                        number + " is none of serviceNumbers with the right type; add it there first.");
            case TenantRefusal.NumberListedTwice(String number) ->
                Problem.of(
                        400,
                        "number-listed-twice",
                        "A number is listed twice",
                        number + " stands twice; list it once.");
            case TenantRefusal.SettingsChangedMeanwhile() ->
                Problem.of(
                        409,
                        "settings-changed-meanwhile",
                        "The settings changed meanwhile",
                        "Somebody else changed the settings at the same time; send the change again.");
            case TenantRefusal.TenantIsGone() ->
                Problem.of(404, "tenant-not-found", "No such tenant", "The tenant was removed.");
        };
    }
}

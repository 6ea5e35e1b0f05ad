package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.cmdlets.Parameter.Kind;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A tenant's settings. */
final class SettingsCmdlets {

    private static final String[] SHOWN = {
        "Identity",
        "EnableEntryExitNotifications",
        "EntryExitAnnouncementsType",
        "EnableNameRecording",
        "MaskPstnNumbersType",
        "PinLength",
        "AllowPSTNOnlyMeetingsByDefault",
        "AutomaticallySendEmailsToUsers",
        "SendEmailFromOverride",
        "SendEmailFromAddress",
        "SendEmailFromDisplayName"
    };
    private static final String DIAL_OUT = "Foyer calls nobody.";

    private SettingsCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(get(), set(), remove(), configuration());
    }

    private static Cmdlet get() {
        return Cmdlet.of(
                        "Get-CsOnlineDialInConferencingTenantSettings",
                        "Shows the tenant's settings.",
                        Common.reading(
                                Common.global(),
                                Parameter.without("Filter", Kind.TEXT, "there is one set of settings."),
                                Parameter.without("LocalStore", Kind.SWITCH, "there is no local store.")),
                        reader(is -> Row.of(Settings.shown(is))))
                .returns(SHOWN)
                .example("Get-CsOnlineDialInConferencingTenantSettings", "All.")
                .example("Get-CsOnlineDialInConferencingTenantSettings | Select-Object PinLength", "One.")
                .notes(
                        "Only the reference's settings that mean something here; foyerctl tenant export shows all of Foyer's.");
    }

    private static Cmdlet set() {
        return Cmdlet.of(
                        "Set-CsOnlineDialInConferencingTenantSettings",
                        "Changes the tenant's settings; those that are not named stay.",
                        Common.changing(
                                Common.global(),
                                Settings.pinLength("PinLength"),
                                Parameter.bool(
                                        "AutomaticallySendEmailsToUsers", "The master switch of mails to users."),
                                Parameter.bool(
                                        "SendEmailFromOverride", "The tenant's own sender; needs address and name."),
                                Parameter.text("SendEmailFromAddress", "Its address; $null for none."),
                                Parameter.text("SendEmailFromDisplayName", "Its name; $null for none."),
                                Parameter.bool(
                                        "AllowPSTNOnlyMeetingsByDefault", "Copied to users who are enabled later."),
                                Settings.announced("EnableEntryExitNotifications"),
                                Settings.announcementsType(),
                                Settings.nameRecording(),
                                Parameter.text("MaskPstnNumbersType", "Whose numbers are shown in part.")
                                        .oneOf("MaskedForExternalUsers", "MaskedForAllUsers", "NoMasking"),
                                Parameter.without(
                                        "AutomaticallyMigrateUserMeetings",
                                        Kind.BOOLEAN,
                                        "meetings are not migrated here."),
                                Parameter.without(
                                        "AutomaticallyReplaceAcpProvider",
                                        Kind.BOOLEAN,
                                        "there is no other provider than Foyer."),
                                Parameter.without(
                                        "UseUniqueConferenceIds", Kind.BOOLEAN, "conference IDs are always unique."),
                                Parameter.without("EnableDialOutJoinConfirmation", Kind.BOOLEAN, DIAL_OUT),
                                Parameter.without("AllowedDialOutExternalDomains", Kind.TEXT, DIAL_OUT),
                                Parameter.without("AllowFederatedUsersToDialOutToSelf", Kind.TEXT, DIAL_OUT),
                                Parameter.without("AllowFederatedUsersToDialOutToThirdParty", Kind.TEXT, DIAL_OUT),
                                Parameter.without(
                                        "IncludeTollFreeNumberInMeetingInvites",
                                        Kind.BOOLEAN,
                                        "invitations have the user's numbers."),
                                Parameter.without(
                                        "MigrateServiceNumbersOnCrossForestMove",
                                        Kind.BOOLEAN,
                                        "there are no forests."),
                                Parameter.without("Instance", Kind.TEXT, "name the settings."),
                                Parameter.without(
                                        "MsftInternalProcessingMode",
                                        Kind.TEXT,
                                        "it is internal to the reference product.")),
                        writer(Settings::patch, is -> Row.of(Settings.shown(is))))
                .example(
                        "Set-CsOnlineDialInConferencingTenantSettings -EnableEntryExitNotifications $True -EnableNameRecording $True -PinLength 7",
                        "Three at once.")
                .example(
                        "Set-CsOnlineDialInConferencingTenantSettings -SendEmailFromOverride $true -SendEmailFromAddress admin@contoso.com"
                                + " -SendEmailFromDisplayName \"Conferencing Administrator\"",
                        "The tenant's own sender.")
                .example("Set-CsOnlineDialInConferencingTenantSettings -PinLength 6 -WhatIf", "What would be done.");
    }

    private static Cmdlet remove() {
        return Cmdlet.of(
                        "Remove-CsOnlineDialInConferencingTenantSettings",
                        "Reverts the settings that Get-CsOnlineDialInConferencingTenantSettings shows to their defaults.",
                        Common.changing(Common.global()),
                        writer((bound, now) -> defaults(), is -> null))
                .example("Remove-CsOnlineDialInConferencingTenantSettings -WhatIf", "What would be done.")
                .example("Remove-CsOnlineDialInConferencingTenantSettings", "Does it.")
                .notes("Numbers, languages and Foyer's other settings stay.");
    }

    private static Map<String, Object> defaults() {
        Map<String, Object> patch = new LinkedHashMap<>();
        patch.put("pinLength", 5);
        patch.put("automaticallySendEmailsToUsers", true);
        patch.put("sendEmailFromOverride", false);
        patch.put("sendEmailFromAddress", null);
        patch.put("sendEmailFromDisplayName", null);
        patch.put("allowPstnOnlyMeetingsByDefault", false);
        patch.put("entryExitAnnouncements", "USE_NAMES");
        patch.put("nameRecording", true);
        patch.put("maskCallerNumbers", "EXTERNAL");
        return patch;
    }

    private static Cmdlet configuration() {
        return Cmdlet.of(
                        "Get-CsOnlineDialInConferencingTenantConfiguration",
                        "Shows whether the tenant has dial-in conferencing; who asks has it.",
                        Common.reading(Common.global()),
                        reader(is -> Row.of(Map.of("Identity", "Global", "Status", "Enabled"))))
                .returns("Identity", "Status")
                .example(
                        "Get-CsOnlineDialInConferencingTenantConfiguration | Select-Object Identity, Status",
                        "It is enabled.");
    }

    static Cmdlet.Body reader(Function<JsonNode, Row> shown) {
        return call -> (Stage.Each) (input, next) -> {
            call.checkTenant();
            return next.take(shown.apply(call.gateway().get(Settings.PATH)));
        };
    }

    /** @param shown what goes on after a change; null: nothing */
    static Cmdlet.Body writer(BiFunction<Bound, JsonNode, Map<String, Object>> patch, Function<JsonNode, Row> shown) {
        return call -> (Stage.Each) (input, next) -> change(call, patch, shown, next);
    }

    private static boolean change(
            Call call,
            BiFunction<Bound, JsonNode, Map<String, Object>> patch,
            Function<JsonNode, Row> shown,
            Sink next) {
        call.checkTenant();
        JsonNode now = call.gateway().get(Settings.PATH);
        Map<String, Object> wanted = patch.apply(call.bound(), now);
        if (wanted.isEmpty()) {
            throw CtlException.usage(
                    "Nothing was said to change; Get-Help " + call.cmdlet().name() + " shows what can be.");
        }
        if (!call.should(Settings.words(wanted, now), call.session().tenant())) {
            return true;
        }
        JsonNode after = call.work()
                .once("settings", key -> call.gateway().patch(Settings.PATH, wanted, key))
                .orElse(now);
        Row row = shown.apply(after);
        return row == null || next.take(row);
    }
}

package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.cmdlets.Parameter.Kind;
import dev.foyer.ctl.output.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same settings under the names of the server product. */
final class PolicyCmdlets {

    private static final String[] POLICY = {
        "Identity", "MinPasswordLength", "MaximumLogonAttempts", "PINLifetime", "PINHistoryCount", "AllowCommonPatterns"
    };
    private static final String ONE = "there is one PIN policy, the tenant's.";

    private PolicyCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(getPolicy(), setPolicy(), newPolicy(), dialIn());
    }

    private static Cmdlet getPolicy() {
        return Cmdlet.of(
                        "Get-CsPinPolicy",
                        "Shows the PIN policy, which is the tenant's.",
                        Common.reading(Common.global()),
                        SettingsCmdlets.reader(PolicyCmdlets::policy))
                .returns(POLICY)
                .example("Get-CsPinPolicy", "The policy.")
                .notes(
                        "MaximumLogonAttempts is empty where it is computed: 10 within 30 minutes for length 4, else 25.");
    }

    private static Row policy(JsonNode is) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Identity", "Global");
        row.put("MinPasswordLength", is.path("pinLength").asInt());
        row.put(
                "MaximumLogonAttempts",
                is.hasNonNull("maximumLogonAttempts")
                        ? is.path("maximumLogonAttempts").asInt()
                        : null);
        row.put("PINLifetime", 0);
        row.put("PINHistoryCount", 1);
        row.put("AllowCommonPatterns", false);
        return Row.of(row);
    }

    private static Cmdlet setPolicy() {
        return Cmdlet.of(
                        "Set-CsPinPolicy",
                        "Changes the PIN policy of the tenant.",
                        Common.changing(
                                Common.global(),
                                Settings.pinLength("MinPasswordLength"),
                                Parameter.number(
                                        "MaximumLogonAttempts",
                                        "Wrong PINs within 30 minutes that lock; $null: computed."),
                                Parameter.without("PINLifetime", Kind.NUMBER, "PINs do not expire."),
                                Parameter.without(
                                        "PINHistoryCount",
                                        Kind.NUMBER,
                                        "a new PIN is never the one before, and more is not kept."),
                                Parameter.without(
                                        "AllowCommonPatterns",
                                        Kind.BOOLEAN,
                                        "PINs that are easy to guess are never made."),
                                Parameter.without("Description", Kind.TEXT, ONE)),
                        SettingsCmdlets.writer(
                                (bound, now) -> {
                                    Map<String, Object> patch = new LinkedHashMap<>();
                                    bound.number("MinPasswordLength").ifPresent(n -> patch.put("pinLength", n));
                                    if (bound.has("MaximumLogonAttempts")) {
                                        patch.put(
                                                "maximumLogonAttempts",
                                                bound.number("MaximumLogonAttempts")
                                                        .orElse(null));
                                    }
                                    return patch;
                                },
                                PolicyCmdlets::policy))
                .example(
                        "Set-CsPinPolicy -MinPasswordLength 6 -MaximumLogonAttempts 15 -WhatIf", "What would be done.");
    }

    private static Cmdlet newPolicy() {
        return Cmdlet.of(
                        "New-CsPinPolicy",
                        "There are no policies for sites or groups of users here; the cmdlet says what to use instead.",
                        Common.changing(
                                Parameter.text("Identity", "Any.").at(0),
                                Parameter.without("MinPasswordLength", Kind.NUMBER, ONE),
                                Parameter.without("MaximumLogonAttempts", Kind.NUMBER, ONE),
                                Parameter.without("PINLifetime", Kind.NUMBER, ONE),
                                Parameter.without("PINHistoryCount", Kind.NUMBER, ONE),
                                Parameter.without("AllowCommonPatterns", Kind.BOOLEAN, ONE),
                                Parameter.without("Description", Kind.TEXT, ONE)),
                        call -> (Stage.Each) (input, next) -> {
                            throw CtlException.usage(
                                    "Foyer has one PIN policy, the tenant's: Set-CsPinPolicy changes it.");
                        })
                .refuses("New-CsPinPolicy -Identity site:Redmond -MinPasswordLength 6", "What to use instead.")
                .notes("It changes nothing.");
    }

    private static Cmdlet dialIn() {
        return Cmdlet.of(
                        "Set-CsDialInConferencingConfiguration",
                        "The same settings under the names of the server product.",
                        Common.changing(
                                Common.global(),
                                Settings.nameRecording(),
                                Settings.announced("EntryExitAnnouncementsEnabledByDefault"),
                                Settings.announcementsType(),
                                Parameter.without(
                                        "AllowAnonymousPstnActivation",
                                        Kind.BOOLEAN,
                                        "see -AllowPstnOnlyMeetings of a user."),
                                Parameter.without("PinAuthType", Kind.TEXT, "the PIN is the organizer's only.")),
                        SettingsCmdlets.writer(
                                (bound, now) -> {
                                    Map<String, Object> patch = new LinkedHashMap<>();
                                    Settings.truth(bound, "EnableNameRecording", "nameRecording", patch);
                                    Settings.announcements(bound, "EntryExitAnnouncementsEnabledByDefault", now)
                                            .ifPresent(a -> patch.put("entryExitAnnouncements", a));
                                    return patch;
                                },
                                is -> null))
                .example(
                        "Set-CsDialInConferencingConfiguration -EntryExitAnnouncementsEnabledByDefault $true -EntryExitAnnouncementsType ToneOnly",
                        "Tones.");
    }
}

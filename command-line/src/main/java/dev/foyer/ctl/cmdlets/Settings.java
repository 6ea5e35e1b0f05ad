package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The tenant's settings under their names of the reference. */
final class Settings {

    static final String PATH = "/api/v1/settings";

    private static final Map<String, String> MASKS = Map.of(
            "MaskedForExternalUsers", "EXTERNAL",
            "MaskedForAllUsers", "ALL",
            "NoMasking", "NONE");

    private Settings() {}

    /** Under both products' names the same. */
    static Parameter pinLength(String name) {
        return Parameter.number(name, "Digits of PINs made from now on, 4 to 12.");
    }

    static Parameter nameRecording() {
        return Parameter.bool("EnableNameRecording", "Whether callers are asked to record their names.");
    }

    static Parameter announced(String name) {
        return Parameter.bool(name, "Whether coming and going is announced.");
    }

    static Parameter announcementsType() {
        return Parameter.text("EntryExitAnnouncementsType", "How.").oneOf("UseNames", "ToneOnly");
    }

    /** As Get-CsOnlineDialInConferencingTenantSettings shows them. */
    static Map<String, Object> shown(JsonNode is) {
        Map<String, Object> row = new LinkedHashMap<>();
        String announcements = is.path("entryExitAnnouncements").asText();
        row.put("Identity", "Global");
        row.put("EnableEntryExitNotifications", !announcements.equals("OFF"));
        row.put(
                "EntryExitAnnouncementsType",
                switch (announcements) {
                    case "USE_NAMES" -> "UseNames";
                    case "TONE_ONLY" -> "ToneOnly";
                    default -> null;
                });
        row.put("EnableNameRecording", is.path("nameRecording").asBoolean());
        row.put(
                "MaskPstnNumbersType",
                MASKS.entrySet().stream()
                        .filter(each -> each.getValue()
                                .equals(is.path("maskCallerNumbers").asText()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null));
        row.put("PinLength", is.path("pinLength").asInt());
        row.put(
                "AllowPSTNOnlyMeetingsByDefault",
                is.path("allowPstnOnlyMeetingsByDefault").asBoolean());
        row.put(
                "AutomaticallySendEmailsToUsers",
                is.path("automaticallySendEmailsToUsers").asBoolean());
        row.put("SendEmailFromOverride", is.path("sendEmailFromOverride").asBoolean());
        row.put("SendEmailFromAddress", is.path("sendEmailFromAddress").asText(null));
        row.put("SendEmailFromDisplayName", is.path("sendEmailFromDisplayName").asText(null));
        return row;
    }

    /** What the API is asked for. */
    static Map<String, Object> patch(Bound bound, JsonNode now) {
        Map<String, Object> patch = new LinkedHashMap<>();
        bound.number("PinLength").ifPresent(length -> patch.put("pinLength", length));
        truth(bound, "AutomaticallySendEmailsToUsers", "automaticallySendEmailsToUsers", patch);
        truth(bound, "SendEmailFromOverride", "sendEmailFromOverride", patch);
        truth(bound, "AllowPSTNOnlyMeetingsByDefault", "allowPstnOnlyMeetingsByDefault", patch);
        truth(bound, "EnableNameRecording", "nameRecording", patch);
        text(bound, "SendEmailFromAddress", "sendEmailFromAddress", patch);
        text(bound, "SendEmailFromDisplayName", "sendEmailFromDisplayName", patch);
        bound.text("MaskPstnNumbersType").ifPresent(type -> patch.put("maskCallerNumbers", MASKS.get(type)));
        announcements(bound, "EnableEntryExitNotifications", now)
                .ifPresent(a -> patch.put("entryExitAnnouncements", a));
        return patch;
    }

    /** Two parameters of theirs are one setting of ours. */
    static java.util.Optional<String> announcements(Bound bound, String onOff, JsonNode now) {
        String type = bound.text("EntryExitAnnouncementsType").orElse(null);
        String kind = type == null ? null : type.equals("UseNames") ? "USE_NAMES" : "TONE_ONLY";
        boolean on = !now.path("entryExitAnnouncements").asText().equals("OFF");
        if (bound.has(onOff) && !bound.is(onOff)) {
            if (kind != null) {
                throw CtlException.usage("-EntryExitAnnouncementsType has no effect while -" + onOff
                        + " is $false; leave one of them out.");
            }
            return java.util.Optional.of("OFF");
        }
        if (kind != null && !on && !bound.has(onOff)) {
            throw CtlException.usage("Announcements are off, so their type has no effect; add -" + onOff + " $true.");
        }
        if (kind != null) {
            return java.util.Optional.of(kind);
        }
        return bound.has(onOff) && !on ? java.util.Optional.of("USE_NAMES") : java.util.Optional.empty();
    }

    static void truth(Bound bound, String parameter, String setting, Map<String, Object> patch) {
        if (bound.has(parameter)) {
            patch.put(setting, bound.is(parameter));
        }
    }

    private static void text(Bound bound, String parameter, String setting, Map<String, Object> patch) {
        if (bound.has(parameter)) {
            patch.put(setting, bound.text(parameter).orElse(null));
        }
    }

    /** For questions and -WhatIf: what becomes of what. */
    static String words(Map<String, Object> patch, JsonNode now) {
        return "Set "
                + patch.entrySet().stream()
                        .map(each -> each.getKey() + " to " + each.getValue() + " (is "
                                + (now.hasNonNull(each.getKey())
                                        ? now.path(each.getKey()).asText()
                                        : "nothing") + ")")
                        .collect(Collectors.joining(", "));
    }
}

package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.Written;
import dev.foyer.ctl.client.Pages;
import dev.foyer.ctl.client.Refused;
import dev.foyer.ctl.cmdlets.Parameter.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One number for another, at all users who have it; and the policy that there is none of. */
final class DefaultNumberCmdlets {

    private static final String NAME = "Set-CsOnlineDialInConferencingUserDefaultNumber";

    private DefaultNumberCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(defaultNumber(), policy());
    }

    private static Cmdlet defaultNumber() {
        String countries = "users have no country of use here; name the number with -FromNumber.";
        return Cmdlet.of(
                        NAME,
                        "Replaces a default number at all users who have it.",
                        Common.changing(
                                Parameter.text("FromNumber", "The number before; $null: none."),
                                Parameter.text("ToNumber", "The number after, one of the tenant's."),
                                Parameter.text("NumberType", "Which of the user's two.")
                                        .oneOf("Toll", "TollFree"),
                                Parameter.idle("BridgeId", Kind.TEXT, "there is one bridge."),
                                Parameter.idle("BridgeName", Kind.TEXT, "there is one bridge."),
                                Parameter.without("CountryOrRegion", Kind.TEXT, countries),
                                Parameter.without("AreaOrState", Kind.TEXT, countries),
                                Parameter.without("CapitalOrMajorCity", Kind.TEXT, countries),
                                Parameter.without(
                                        "RescheduleMeetings", Kind.SWITCH, "meetings are not rescheduled here.")),
                        call -> (Stage.Each) (input, next) -> replace(call))
                .example(
                        NAME + " -FromNumber +14255550100 -ToNumber 390255550100 -NumberType Toll -WhatIf",
                        "Who would get another number.")
                .example(
                        NAME + " -FromNumber $null -ToNumber 14255550100 -NumberType Toll -WhatIf",
                        "The same of those who have none.")
                .refuses(NAME + " -ToNumber 14255550100 -NumberType Toll -CountryOrRegion US", "By where users are.");
    }

    private static boolean replace(Call call) {
        call.checkTenant();
        call.session().bulk();
        Bound bound = call.bound();
        for (String needed : new String[] {"FromNumber", "ToNumber", "NumberType"}) {
            if (!bound.has(needed)) {
                throw CtlException.usage(NAME + " needs -" + needed + ".");
            }
        }
        String field = bound.text("NumberType").orElse("").equals("Toll") ? "serviceNumber" : "tollFreeServiceNumber";
        String from = bound.text("FromNumber").map(Written::number).orElse("");
        String to = bound.text("ToNumber").map(Written::number).orElse(null);
        Map<String, Object> patch = new HashMap<>();
        patch.put(field, to);
        Pages.each(call.gateway(), "/api/v1/users", Map.of("state", "enabled"), call.work()::expect, user -> {
            call.session().cancel().check();
            call.work().looked();
            if (user.path("conferencing").path(field).asText("").equals(from)) {
                one(call, user, patch, "Set " + field + " to " + to);
            }
            return true;
        });
        return true;
    }

    private static void one(Call call, JsonNode user, Map<String, Object> patch, String operation) {
        String id = user.path("userId").asText();
        if (!call.should(operation, user.path("userPrincipalName").asText())) {
            return;
        }
        try {
            call.work()
                    .once(
                            "number " + id,
                            key -> call.gateway()
                                    .patch("/api/v1/users/" + Pages.segment(id) + "/conferencing", patch, key));
        } catch (Refused refused) {
            if (refused.status() != 404 && refused.status() != 409) {
                throw refused;
            }
            call.work().failed(user.path("userPrincipalName").asText() + ": " + refused.getMessage());
        }
    }

    private static Cmdlet policy() {
        return Cmdlet.of(
                        "Set-CsTeamsAudioConferencingPolicy",
                        "There are no policies for groups of users here; the cmdlet says what to use instead.",
                        Common.changing(
                                Parameter.text("Identity", "Global.").at(0),
                                Parameter.without(
                                        "AllowTollFreeDialin",
                                        Kind.BOOLEAN,
                                        "a user has a toll-free number or none: Set-CsOnlineDialInConferencingUser -TollFreeServiceNumber."),
                                Parameter.without(
                                        "MeetingInvitePhoneNumbers",
                                        Kind.LIST,
                                        "invitations have the user's own numbers: Set-CsOnlineDialInConferencingUser -ServiceNumber.")),
                        call -> (Stage.Each) (input, next) -> {
                            throw CtlException.usage(
                                    "Foyer has no policies for groups of users; numbers are set at users, and the rest in the tenant's settings.");
                        })
                .refuses(
                        "Set-CsTeamsAudioConferencingPolicy -Identity Global -AllowTollFreeDialin $true",
                        "What to use instead.")
                .notes("It changes nothing.");
    }
}

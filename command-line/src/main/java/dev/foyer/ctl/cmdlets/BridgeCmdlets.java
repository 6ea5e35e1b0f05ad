package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.Written;
import dev.foyer.ctl.cmdlets.Parameter.Kind;
import dev.foyer.ctl.output.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tenant's numbers as the reference's bridge, and its languages. */
final class BridgeCmdlets {

    private static final String BRIDGE = "CsOnlineDialInConferencingBridge";
    static final String NUMBER = "CsOnlineDialInConferencingServiceNumber";
    private static final String[] CULTURES =
            ("ar-SA bg-BG zh-HK zh-CN zh-TW hr-HR cs-CZ da-DK nl-NL en-AU en-GB en-US et-EE fil-PH fi-FI fr-CA"
                            + " fr-FR de-DE ka-GE el-GR he-IL hi-IN hu-HU id-ID it-IT ja-JP ko-KR lv-LV lt-LT ms-MY nb-NO pl-PL pt-BR pt-PT ro-RO"
                            + " ru-RU sk-SK sl-SI es-MX es-ES sv-SE th-TH tr-TR uk-UA")
                    .split(" ");

    private BridgeCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(getBridge(), setBridge(), languages());
    }

    private static Cmdlet getBridge() {
        return Cmdlet.of(
                        "Get-" + BRIDGE,
                        "Shows the tenant's bridge: its service numbers and the default one.",
                        Common.reading(
                                Parameter.text("Identity", "Its id; there is one.")
                                        .at(0),
                                Parameter.text("Name", "Its name; there is one.")),
                        call -> (Stage.Each) (input, next) -> {
                            call.checkTenant();
                            String tenant = call.session().tenant();
                            return !BridgeRows.isMeant(
                                            call.bound().text("Identity"),
                                            call.bound().text("Name"),
                                            tenant)
                                    || next.take(
                                            BridgeRows.bridge(call.gateway().get(Settings.PATH), tenant));
                        })
                .returns(BridgeRows.BRIDGE)
                .example("Get-CsOnlineDialInConferencingBridge", "The bridge.")
                .notes("A tenant has one bridge, made of its service numbers; regions are not known.");
    }

    private static Cmdlet setBridge() {
        return Cmdlet.of(
                        "Set-" + BRIDGE,
                        "Sets the default toll or toll-free number of users who are enabled from now on.",
                        Common.changing(
                                new Parameter(
                                        "Identity",
                                        Kind.TEXT,
                                        List.of(),
                                        0,
                                        true,
                                        List.of(),
                                        new Parameter.Meaning.Works(),
                                        "Its id; there is one."),
                                Parameter.text("Name", "Its name; there is one."),
                                Parameter.text("DefaultServiceNumber", "One of its numbers."),
                                Parameter.idle("SetDefault", Kind.SWITCH, "the one bridge is the default."),
                                Parameter.without("Instance", Kind.TEXT, "the bridge's name is made of the tenant's.")),
                        call -> (Stage.Each) (input, next) -> {
                            String number = call.bound()
                                    .text("DefaultServiceNumber")
                                    .map(Written::number)
                                    .orElseThrow(() ->
                                            CtlException.usage("Set-" + BRIDGE + " needs -DefaultServiceNumber."));
                            mustBeMeant(call, input);
                            Optional<JsonNode> after =
                                    change(call, "Make " + number + " the default", "bridge", now -> {
                                        boolean free = find(now, number)
                                                .path("type")
                                                .asText()
                                                .equals("TOLL_FREE");
                                        return Map.of(free ? "defaultTollFreeNumber" : "defaultServiceNumber", number);
                                    });
                            return after.isEmpty()
                                    || next.take(BridgeRows.bridge(
                                            after.get(), call.session().tenant()));
                        })
                .returns(BridgeRows.BRIDGE)
                .example(
                        "Set-CsOnlineDialInConferencingBridge -DefaultServiceNumber 14255550100",
                        "Who is enabled keeps theirs.");
    }

    /** Whoever names another bridge does not mean ours. */
    private static void mustBeMeant(Call call, Row input) {
        Optional<String> id = call.bound()
                .text("Identity")
                .or(() -> Optional.ofNullable(input)
                        .map(row -> row.get("Identity"))
                        .map(Object::toString));
        Optional<String> name = call.bound().text("Name");
        if ((id.isPresent() || name.isPresent())
                && !BridgeRows.isMeant(id, name, call.session().tenant())) {
            throw new CtlException(
                    ExitCode.REFUSED,
                    "There is no bridge " + name.or(() -> id).orElse("") + "; Get-" + BRIDGE
                            + " shows the one that there is.");
        }
    }

    private static Cmdlet languages() {
        return Cmdlet.of(
                        "Get-CsOnlineDialInConferencingLanguagesSupported",
                        "Shows the languages of the reference's prompts.",
                        Common.reading(),
                        call -> (Stage.Each) (input, next) -> {
                            call.checkTenant();
                            for (String culture : CULTURES) {
                                Map<String, Object> row = new LinkedHashMap<>();
                                row.put("Code", culture);
                                row.put("Name", Locale.forLanguageTag(culture).getDisplayName(Locale.ENGLISH));
                                if (!next.take(Row.of(row))) {
                                    return false;
                                }
                            }
                            return true;
                        })
                .returns("Code", "Name")
                .example("Get-CsOnlineDialInConferencingLanguagesSupported | Select-Object -First 3", "Three of them.")
                .notes("Which languages there are is the bridge's matter; Foyer hands on any language tag.");
    }

    static Optional<JsonNode> change(Call call, String operation, String subject, Patch patch) {
        call.checkTenant();
        JsonNode now = call.gateway().get(Settings.PATH);
        Map<String, Object> wanted = patch.of(now);
        if (!call.should(operation, call.session().tenant())) {
            return Optional.empty();
        }
        return call.work().once(subject, key -> call.gateway().patch(Settings.PATH, wanted, key));
    }

    /** What is asked for, of what is. */
    interface Patch {
        Map<String, Object> of(JsonNode now);
    }

    static JsonNode find(JsonNode settings, String number) {
        for (JsonNode each : settings.path("serviceNumbers")) {
            if (each.path("number").asText().equals(number)) {
                return each;
            }
        }
        throw new CtlException(
                ExitCode.REFUSED, number + " is none of the tenant's service numbers; Get-" + NUMBER + " shows them.");
    }
}

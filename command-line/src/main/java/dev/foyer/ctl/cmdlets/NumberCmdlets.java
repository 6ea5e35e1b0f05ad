package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.cmdlets.Parameter.Kind;
import dev.foyer.ctl.output.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Service numbers and the languages of their prompts. */
final class NumberCmdlets {

    private static final String NUMBER = BridgeCmdlets.NUMBER;

    private NumberCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(getNumber(), setNumber(), register(), unregister());
    }

    private static Cmdlet getNumber() {
        return Cmdlet.of(
                        "Get-" + NUMBER,
                        "Shows the tenant's service numbers.",
                        Common.reading(
                                Parameter.identity("One: digits, + or tel:."),
                                Parameter.text("BridgeId", "Of this bridge; there is one."),
                                Parameter.text("BridgeName", "The same by name."),
                                Parameter.text("City", "Of this city."),
                                Parameter.number("ResultSize", "How many at most.")),
                        call -> (Stage.Each) (input, next) -> {
                            call.checkTenant();
                            String tenant = call.session().tenant();
                            JsonNode settings = call.gateway().get(Settings.PATH);
                            Optional<String> one = call.bound().text("Identity").map(Numbers::e164);
                            one.ifPresent(number -> BridgeCmdlets.find(settings, number));
                            int left = call.bound().number("ResultSize").orElse(Integer.MAX_VALUE);
                            for (JsonNode number : settings.path("serviceNumbers")) {
                                boolean is = one.map(number.path("number").asText()::equals)
                                                .orElse(true)
                                        && call.bound()
                                                .text("City")
                                                .map(c -> Wildcard.of(c, false)
                                                        .matches(number.path("city")
                                                                .asText("")))
                                                .orElse(true);
                                if (is && left-- > 0 && !next.take(BridgeRows.number(number, tenant))) {
                                    return false;
                                }
                            }
                            return true;
                        })
                .returns(BridgeRows.NUMBER)
                .example(
                        "Get-CsOnlineDialInConferencingServiceNumber | Format-Table Number, City, PrimaryLanguage, Type",
                        "All, as a table.");
    }

    private static Cmdlet setNumber() {
        return Cmdlet.of(
                        "Set-" + NUMBER,
                        "Sets the languages of a service number's prompts.",
                        Common.changing(
                                Parameter.identity("Which number: digits, + or tel:."),
                                Parameter.text("PrimaryLanguage", "The first language, as de-de."),
                                Parameter.list("SecondaryLanguages", "Up to four more, in their order."),
                                Parameter.flag("RestoreDefaultLanguages", "English only."),
                                Parameter.without("Instance", Kind.TEXT, "name the number.")),
                        call -> (Stage.Each) (input, next) -> {
                            String number = mustNumber(call, input);
                            List<String> secondary = call.bound().list("SecondaryLanguages");
                            if (secondary.size() > 4) {
                                throw CtlException.usage("-SecondaryLanguages takes up to four.");
                            }
                            Optional<JsonNode> after = BridgeCmdlets.change(
                                    call,
                                    "Set the languages of " + number,
                                    "languages " + number,
                                    now -> with(now, number, is -> {
                                        List<String> all = new ArrayList<>(languages(is));
                                        String first = call.bound()
                                                .text("PrimaryLanguage")
                                                .orElse(all.isEmpty() ? "en" : all.getFirst());
                                        List<String> more = call.bound().has("SecondaryLanguages")
                                                ? secondary
                                                : all.subList(Math.min(1, all.size()), all.size());
                                        all = new ArrayList<>(List.of(
                                                call.bound().is("RestoreDefaultLanguages") ? "en" : tag(first)));
                                        if (!call.bound().is("RestoreDefaultLanguages")) {
                                            all.addAll(more.stream()
                                                    .map(NumberCmdlets::tag)
                                                    .toList());
                                        }
                                        ArrayNode list = is.putArray("languages");
                                        all.stream().distinct().forEach(list::add);
                                        return is;
                                    }));
                            return after.isEmpty()
                                    || next.take(BridgeRows.number(
                                            BridgeCmdlets.find(after.get(), number),
                                            call.session().tenant()));
                        })
                .returns(BridgeRows.NUMBER)
                .example(
                        "Set-CsOnlineDialInConferencingServiceNumber -Identity +14255550100 -PrimaryLanguage de-de -SecondaryLanguages en-us, ja-jp, en-gb",
                        "Four languages.");
    }

    private static Cmdlet register() {
        return Cmdlet.of(
                        "Register-" + NUMBER,
                        "Adds a service number to the tenant.",
                        Common.changing(
                                Parameter.identity("Which number: digits, + or tel:."),
                                Parameter.idle("BridgeId", Kind.TEXT, "there is one bridge."),
                                Parameter.idle("BridgeName", Kind.TEXT, "there is one bridge."),
                                Parameter.text("NumberType", "Who pays; toll when absent. Foyer's own parameter.")
                                        .oneOf("Toll", "TollFree"),
                                Parameter.without("Instance", Kind.TEXT, "name the number.")),
                        call -> (Stage.Each) (input, next) -> {
                            String number = mustNumber(call, input);
                            String type = call.bound()
                                            .text("NumberType")
                                            .orElse("Toll")
                                            .equals("Toll")
                                    ? "TOLL"
                                    : "TOLL_FREE";
                            Optional<JsonNode> after = BridgeCmdlets.change(
                                    call, "Add the number " + number, "register " + number, now -> {
                                        ArrayNode all = numbers(now);
                                        all.addObject().put("number", number).put("type", type);
                                        return Map.of("serviceNumbers", all);
                                    });
                            return after.isEmpty()
                                    || next.take(BridgeRows.number(
                                            BridgeCmdlets.find(after.get(), number),
                                            call.session().tenant()));
                        })
                .returns(BridgeRows.NUMBER)
                .example("Register-CsOnlineDialInConferencingServiceNumber -Identity +14255550177", "One more.");
    }

    private static Cmdlet unregister() {
        return Cmdlet.of(
                        "Unregister-" + NUMBER,
                        "Takes a service number from the tenant.",
                        Common.changing(
                                Parameter.identity("Which number: digits, + or tel:."),
                                Parameter.idle("BridgeId", Kind.TEXT, "there is one bridge."),
                                Parameter.idle("BridgeName", Kind.TEXT, "there is one bridge."),
                                Parameter.flag(
                                        "RemoveDefaultServiceNumber",
                                        "Also when it is the default, which is none then."),
                                Parameter.without("Instance", Kind.TEXT, "name the number.")),
                        call -> (Stage.Each) (input, next) -> {
                            String number = mustNumber(call, input);
                            BridgeCmdlets.change(
                                    call, "Take away the number " + number, "unregister " + number, now -> {
                                        BridgeCmdlets.find(now, number);
                                        Map<String, Object> patch = new LinkedHashMap<>();
                                        ArrayNode all = numbers(now);
                                        all.removeIf(each ->
                                                each.path("number").asText().equals(number));
                                        patch.put("serviceNumbers", all);
                                        for (String setting :
                                                new String[] {"defaultServiceNumber", "defaultTollFreeNumber"}) {
                                            if (now.path(setting).asText().equals(number)
                                                    && call.bound().is("RemoveDefaultServiceNumber")) {
                                                patch.put(setting, null);
                                            }
                                        }
                                        return patch;
                                    });
                            return true;
                        })
                .example("Unregister-CsOnlineDialInConferencingServiceNumber -Identity +14255550177", "One less.");
    }

    private static String mustNumber(Call call, Row input) {
        return call.bound()
                .text("Identity")
                .or(() ->
                        Optional.ofNullable(input).map(row -> row.get("Number")).map(Object::toString))
                .map(Numbers::e164)
                .orElseThrow(() ->
                        CtlException.usage(call.cmdlet().name() + " needs -Identity: a number, such as +14255550100."));
    }

    private static Map<String, Object> with(JsonNode now, String number, UnaryOperator<ObjectNode> change) {
        BridgeCmdlets.find(now, number);
        ArrayNode all = numbers(now);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).path("number").asText().equals(number)) {
                all.set(i, change.apply((ObjectNode) all.get(i)));
            }
        }
        return Map.of("serviceNumbers", all);
    }

    private static List<String> languages(JsonNode number) {
        List<String> all = new ArrayList<>();
        number.path("languages").forEach(each -> all.add(each.asText()));
        return all;
    }

    /** As it is written: de-de is de-DE. */
    private static String tag(String typed) {
        return Locale.forLanguageTag(typed).toLanguageTag();
    }

    private static ArrayNode numbers(JsonNode now) {
        return now.path("serviceNumbers") instanceof ArrayNode is
                ? is.deepCopy()
                : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
    }
}

package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.Written;
import dev.foyer.ctl.cmdlets.Parameter.Kind;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Service numbers and the languages of their prompts. */
final class NumberCmdlets {

    private static final String NUMBER = BridgeCmdlets.NUMBER;

    private NumberCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(getNumber(), register(), setNumber(), unregister());
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
                            Optional<String> one = call.bound().text("Identity").map(Written::number);
                            one.ifPresent(number -> BridgeCmdlets.find(settings, number));
                            int left = call.bound().number("ResultSize").orElse(Integer.MAX_VALUE);
                            for (JsonNode number : settings.path("serviceNumbers")) {
                                boolean is = BridgeRows.isMeant(call, tenant)
                                        && one.map(number.path("number").asText()::equals)
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
                        call -> {
                            checkLanguages(call);
                            return (Stage.Each) (input, next) -> setLanguages(call, input, next);
                        })
                .returns(BridgeRows.NUMBER)
                .example(
                        "Set-CsOnlineDialInConferencingServiceNumber -Identity +14255551234 -PrimaryLanguage de-de -SecondaryLanguages en-us, ja-jp, en-gb",
                        "Four languages.");
    }

    /** What cannot be meant is said before anything is sent. */
    private static void checkLanguages(Call call) {
        Bound bound = call.bound();
        boolean named = bound.has("PrimaryLanguage") || bound.has("SecondaryLanguages");
        if (bound.list("SecondaryLanguages").size() > 4) {
            throw CtlException.usage("-SecondaryLanguages takes up to four.");
        }
        if (named && bound.is("RestoreDefaultLanguages")) {
            throw CtlException.usage("-RestoreDefaultLanguages and the names of languages exclude each other.");
        }
        if (!named && !bound.is("RestoreDefaultLanguages")) {
            throw CtlException.usage(
                    "Nothing was said to change; Get-Help " + call.cmdlet().name() + " shows what can be.");
        }
    }

    private static boolean setLanguages(Call call, Row input, Sink next) {
        String number = mustNumber(call, input);
        Optional<JsonNode> after = BridgeCmdlets.change(
                call,
                "Set the languages of " + number,
                "languages " + number,
                now -> with(now, number, is -> {
                    List<String> wanted = wanted(call.bound(), languages(is));
                    ArrayNode list = is.putArray("languages");
                    wanted.forEach(list::add);
                    return is;
                }));
        return after.isEmpty()
                || next.take(BridgeRows.number(
                        BridgeCmdlets.find(after.get(), number), call.session().tenant()));
    }

    /** The first one, then the others, each once. */
    private static List<String> wanted(Bound bound, List<String> are) {
        if (bound.is("RestoreDefaultLanguages")) {
            return List.of("en");
        }
        List<String> all = new ArrayList<>();
        all.add(bound.text("PrimaryLanguage").orElse(are.isEmpty() ? "en" : are.getFirst()));
        all.addAll(
                bound.has("SecondaryLanguages")
                        ? bound.list("SecondaryLanguages")
                        : are.subList(Math.min(1, are.size()), are.size()));
        return all.stream().map(Written::language).distinct().toList();
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
                .example("Register-CsOnlineDialInConferencingServiceNumber -Identity +14255551234", "One more.");
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
                            boolean alsoDefault = call.bound().is("RemoveDefaultServiceNumber");
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
                                            if (alsoDefault
                                                    && now.path(setting)
                                                            .asText()
                                                            .equals(number)) {
                                                patch.put(setting, null);
                                            }
                                        }
                                        return patch;
                                    });
                            return true;
                        })
                .example("Unregister-CsOnlineDialInConferencingServiceNumber -Identity +14255551234", "One less.");
    }

    private static String mustNumber(Call call, Row input) {
        return call.bound()
                .text("Identity")
                .or(() ->
                        Optional.ofNullable(input).map(row -> row.get("Number")).map(Object::toString))
                .map(Written::number)
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

    private static ArrayNode numbers(JsonNode now) {
        return now.path("serviceNumbers") instanceof ArrayNode is
                ? is.deepCopy()
                : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
    }
}

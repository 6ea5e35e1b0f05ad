package dev.foyer.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.stream.Stream;

/** What somebody wants a setting to be, from the fields of its form. What it may be decides pin-service. Pure. */
final class SettingForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String VALUE = "value";

    private SettingForm() {}

    /** @return {@code null}: the default */
    static JsonNode value(SettingKind kind, MultivaluedMap<String, String> form) {
        if (form.containsKey("standard")) {
            return null;
        }
        String value = text(form.getFirst(VALUE));
        return switch (kind) {
            case SettingKind.Flag _ -> JSON.booleanNode("true".equals(value));
            case SettingKind.Whole _ -> value == null ? null : number(value);
            case SettingKind.Choice _, SettingKind.Line _, SettingKind.NumberOf _ ->
                value == null ? null : JSON.textNode(value);
            case SettingKind.Switches(List<String> names) -> {
                ObjectNode all = JSON.objectNode();
                List<String> on = form.getOrDefault(VALUE, List.of());
                names.forEach(name -> all.put(name, on.contains(name)));
                yield all;
            }
            case SettingKind.Sender _ -> {
                ObjectNode sender = JSON.objectNode();
                sender.put("sendEmailFromOverride", "true".equals(value));
                put(sender, "sendEmailFromAddress", form.getFirst("address"));
                put(sender, "sendEmailFromDisplayName", form.getFirst("name"));
                yield sender;
            }
            case SettingKind.Numbers _ -> numbers(form);
        };
    }

    /** What is no number stays text, which pin-service refuses with a sentence. */
    private static JsonNode number(String text) {
        return text.matches("-?\\d{1,9}") ? JSON.numberNode(Integer.parseInt(text)) : JSON.textNode(text);
    }

    private static ArrayNode numbers(MultivaluedMap<String, String> form) {
        ArrayNode all = JSON.arrayNode();
        List<String> numbers = form.getOrDefault("number", List.of());
        for (int i = 0; i < numbers.size(); i++) {
            if (text(numbers.get(i)) == null) {
                continue;
            }
            ObjectNode one = all.addObject();
            put(one, "number", numbers.get(i));
            put(one, "type", at(form, "type", i));
            put(one, "city", at(form, "city", i));
            put(one, "country", at(form, "country", i));
            ArrayNode languages = one.putArray("languages");
            String said = at(form, "languages", i);
            Stream.of(said == null ? new String[0] : said.split("[,;\\s]+"))
                    .filter(tag -> !tag.isEmpty())
                    .forEach(languages::add);
        }
        return all;
    }

    private static String at(MultivaluedMap<String, String> form, String field, int line) {
        List<String> all = form.getOrDefault(field, List.of());
        return line < all.size() ? all.get(line) : null;
    }

    private static void put(ObjectNode node, String name, String given) {
        if (text(given) != null) {
            node.put(name, text(given));
        }
    }

    private static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}

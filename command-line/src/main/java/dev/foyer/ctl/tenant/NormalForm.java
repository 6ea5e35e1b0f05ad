package dev.foyer.ctl.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.foyer.ctl.Written;
import java.util.function.UnaryOperator;

/** What a file says, as the gateway keeps it: else the same would be a difference for ever. */
final class NormalForm {

    private NormalForm() {}

    /** Of one setting. */
    static JsonNode of(String setting, JsonNode value) {
        return switch (setting) {
            // YAML takes bare digits, and +14255550100 too, for a number.
            case "defaultServiceNumber", "defaultTollFreeNumber" -> text(value, Written::number);
            case "defaultLanguage" -> text(value, Written::language);
            case "serviceNumbers" -> numbers(value);
            default -> value.isTextual() ? text(value, String::strip) : value;
        };
    }

    private static JsonNode numbers(JsonNode value) {
        if (!(value instanceof ArrayNode list)) {
            return value;
        }
        ArrayNode all = list.arrayNode();
        for (JsonNode each : list) {
            if (each instanceof ObjectNode number) {
                all.add(number(number.deepCopy()));
            } else {
                all.add(each);
            }
        }
        return all;
    }

    private static ObjectNode number(ObjectNode number) {
        number.replace("number", text(number.path("number"), Written::number));
        if (number.has("city")) {
            number.replace("city", text(number.path("city"), String::strip));
        }
        if (number.get("languages") instanceof ArrayNode languages) {
            ArrayNode all = languages.arrayNode();
            languages.forEach(each -> all.add(text(each, Written::language)));
            number.replace("languages", all);
        }
        return number;
    }

    /** Of a webhook: a description of nothing is none. */
    static void webhook(ObjectNode webhook) {
        if (webhook.path("description").isTextual()) {
            String description = webhook.path("description").asText().strip();
            webhook.replace(
                    "description", description.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(description));
        }
    }

    private static JsonNode text(JsonNode value, UnaryOperator<String> form) {
        return value.isValueNode() && !value.isNull() && !value.isBoolean()
                ? TextNode.valueOf(form.apply(value.asText()))
                : value;
    }
}

package dev.foyer.gateway.callers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Json;
import dev.foyer.gateway.index.DeadLetterEntry.Content;

/**
 * What is shown of a dead letter's content: of what a bridge wrote, callers' numbers as the tenant sees them everywhere else. A value
 * in which nobody can tell where a number stands is not shown unless all numbers are.
 */
public final class LetterContents {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final String BRIDGES = ".bridge";
    private static final String NUMBER = "from";
    private static final String NOT_SHOWN = "(not shown: it may hold a caller's number, see maskCallerNumbers)";

    private LetterContents() {}

    /** @param topic where the record was read */
    public static Content shown(String topic, Content content, CallerMask callers) {
        if (!topic.endsWith(BRIDGES) || content.value() == null || callers.showsAll()) {
            return content;
        }
        return new Content(content.key(), content.type(), masked(content, callers), content.cut());
    }

    private static String masked(Content content, CallerMask callers) {
        try {
            JsonNode value = content.cut() ? null : JSON.readTree(content.value());
            if (!(value instanceof ObjectNode)) {
                return NOT_SHOWN;
            }
            mask(value, callers);
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            return NOT_SHOWN;
        }
    }

    private static void mask(JsonNode node, CallerMask callers) {
        if (node instanceof ObjectNode fields && fields.hasNonNull(NUMBER)) {
            fields.put(NUMBER, callers.shown(fields.get(NUMBER).asText()));
        }
        node.forEach(inner -> mask(inner, callers));
    }
}

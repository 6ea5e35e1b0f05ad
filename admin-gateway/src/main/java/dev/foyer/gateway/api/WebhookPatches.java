package dev.foyer.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;

/** Merge patches (RFC 7396) of webhooks: null takes away, which can be done to the description alone. */
final class WebhookPatches {

    /** Of each webhook. */
    private static final Set<String> PARTS = Set.of("url", "types", "paused");

    private WebhookPatches() {}

    /**
     * What is to be changed; a description that goes is empty.
     *
     * @param json the API's own, which knows what texts may be
     * @throws dev.foyer.base.Problem.ProblemException 400 when it is no object, or takes away what a webhook cannot be without
     */
    static Bodies.WebhookPatch read(JsonNode patch, ObjectMapper json) throws JsonProcessingException {
        JsonNode wanted = Params.patch(patch, "url, types, description or paused");
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            if (field.getValue().isNull() && PARTS.contains(field.getKey())) {
                throw Problems.badParameter(field.getKey(), "is what a webhook cannot be without; left out, it stays.")
                        .exception();
            }
        }
        Bodies.WebhookPatch read = json.treeToValue(wanted, Bodies.WebhookPatch.class);
        return wanted.path("description").isNull()
                ? new Bodies.WebhookPatch(read.url(), read.types(), "", read.paused())
                : read;
    }
}

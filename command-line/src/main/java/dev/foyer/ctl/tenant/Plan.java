package dev.foyer.ctl.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.ctl.client.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What must happen so that the tenant is what the file says.
 *
 * @param changes in the order in which they are made
 * @param unnamed webhooks that the file does not name and that stay
 */
public record Plan(List<Change> changes, List<String> unnamed) {

    /** @param prune whether webhooks that the file does not name go */
    public static Plan of(TenantFile file, JsonNode settings, JsonNode webhooks, boolean prune) {
        List<Change> changes = new ArrayList<>();
        file.settings().properties().forEach(each -> {
            JsonNode now = settings.path(each.getKey());
            JsonNode wanted = each.getKey().equals("serviceNumbers") ? whole(now, each.getValue()) : each.getValue();
            if (!same(now, wanted)) {
                changes.add(new Change.Setting(each.getKey(), now.isMissingNode() ? null : now, wanted));
            }
        });
        List<String> unnamed = new ArrayList<>();
        if (file.webhooks() != null) {
            webhooks(file.webhooks(), webhooks.path("items"), prune, changes, unnamed);
        }
        return new Plan(List.copyOf(changes), List.copyOf(unnamed));
    }

    /** The list is replaced as a whole: what the file does not say of a number that is there is said, or it would go. */
    private static JsonNode whole(JsonNode now, JsonNode wanted) {
        if (!(wanted instanceof ArrayNode list)) {
            return wanted;
        }
        Map<String, JsonNode> byNumber = new HashMap<>();
        now.forEach(each -> byNumber.put(each.path("number").asText(), each));
        ArrayNode all = list.arrayNode();
        for (JsonNode each : list) {
            JsonNode is = byNumber.get(each.path("number").asText());
            all.add(
                    is instanceof ObjectNode there && each instanceof ObjectNode named
                            ? there.deepCopy().setAll(named)
                            : each);
        }
        return all;
    }

    private static void webhooks(
            ArrayNode wanted, JsonNode are, boolean prune, List<Change> changes, List<String> unnamed) {
        Map<String, JsonNode> byUrl = new HashMap<>();
        are.forEach(hook -> byUrl.put(hook.path("url").asText(), hook));
        for (JsonNode each : wanted) {
            JsonNode is = byUrl.remove(each.path("url").asText());
            if (is == null) {
                changes.add(new Change.WebhookAdded((ObjectNode) each));
                continue;
            }
            ObjectNode was = TenantFile.webhook(is);
            ObjectNode patch = was.objectNode();
            each.properties().forEach(field -> {
                if (!sameField(field.getKey(), was.path(field.getKey()), field.getValue())) {
                    patch.set(field.getKey(), field.getValue());
                }
            });
            if (!patch.isEmpty()) {
                changes.add(new Change.WebhookChanged(is.path("id").asText(), was, patch));
            }
        }
        for (JsonNode hook : are) {
            String url = hook.path("url").asText();
            if (byUrl.containsKey(url) && prune) {
                changes.add(new Change.WebhookRemoved(hook.path("id").asText(), url));
            } else if (byUrl.containsKey(url)) {
                unnamed.add(url);
            }
        }
    }

    private static boolean sameField(String name, JsonNode now, JsonNode wanted) {
        return name.equals("types") ? set(now).equals(set(wanted)) : same(now, wanted);
    }

    private static Set<String> set(JsonNode list) {
        Set<String> all = new HashSet<>();
        list.forEach(each -> all.add(each.asText()));
        return all;
    }

    /** None, null and not there are the same; in objects only what is named counts. */
    static boolean same(JsonNode now, JsonNode wanted) {
        boolean none = now.isMissingNode() || now.isNull();
        if (wanted.isNull()) {
            return none || now.isArray() && now.isEmpty();
        }
        if (none) {
            return wanted.isArray() && wanted.isEmpty();
        }
        if (wanted.isObject() && now.isObject()) {
            return wanted.properties().stream().allMatch(each -> same(now.path(each.getKey()), each.getValue()));
        }
        if (wanted.isArray() && now.isArray() && wanted.size() == now.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                if (!same(now.get(i), wanted.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.equals(Json.line(now), Json.line(wanted));
    }
}

package dev.foyer.ctl.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.ctl.client.Json;

/** One difference between a file and a tenant. */
public sealed interface Change {

    /** One line, with old and new. */
    String words();

    /** A setting; null is none. */
    record Setting(String name, JsonNode from, JsonNode to) implements Change {
        @Override
        public String words() {
            return "~ " + name + ": " + shown(from) + " -> " + shown(to);
        }
    }

    /** A webhook that the tenant has not. */
    record WebhookAdded(ObjectNode webhook) implements Change {
        @Override
        public String words() {
            return "+ webhook " + webhook.path("url").asText() + " " + webhook.path("types");
        }
    }

    /**
     * One that is different.
     *
     * @param patch only what is
     */
    record WebhookChanged(String id, ObjectNode was, ObjectNode patch) implements Change {
        @Override
        public String words() {
            StringBuilder words =
                    new StringBuilder("~ webhook " + was.path("url").asText() + ":");
            patch.properties()
                    .forEach(each -> words.append(' ')
                            .append(each.getKey())
                            .append(' ')
                            .append(shown(was.path(each.getKey())))
                            .append(" -> ")
                            .append(shown(each.getValue())));
            return words.toString();
        }
    }

    /** One that the file does not name. */
    record WebhookRemoved(String id, String url) implements Change {
        @Override
        public String words() {
            return "- webhook " + url;
        }
    }

    private static String shown(JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode() ? "none" : Json.line(value);
    }
}

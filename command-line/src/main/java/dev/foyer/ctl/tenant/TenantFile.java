package dev.foyer.ctl.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.foyer.ctl.CtlException;
import java.util.HashSet;
import java.util.Set;

/**
 * What a file says a tenant is. What it does not name stays as it is.
 *
 * @param settings all of the API's settings that are named, whichever section they stand in
 * @param webhooks null: the file says nothing of them
 */
public record TenantFile(String tenant, ObjectNode settings, ArrayNode webhooks) {

    private static final String WEBHOOKS = "webhooks";
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Words such as no and on are texts: a country and an answer look alike otherwise.
            .disable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .build());

    /** Reads a file's text; throws when a name is not the schema's, or stands in the wrong section. */
    public static TenantFile read(String text) {
        JsonNode root = parsed(text);
        Sections sections = Sections.read();
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        for (var each : root.properties()) {
            switch (each.getKey()) {
                case "tenant", WEBHOOKS -> {}
                case String section
                when sections.has(section) -> {
                    if (!each.getValue().isObject()) {
                        throw wrong(section + " holds names with their values.");
                    }
                    each.getValue().properties().forEach(setting -> {
                        sections.check(section, setting.getKey(), setting.getValue());
                        settings.set(setting.getKey(), NormalForm.of(setting.getKey(), setting.getValue()));
                    });
                }
                default ->
                    throw wrong("\"" + each.getKey()
                            + "\" is no section; there are tenant, policies, numbers, settings and webhooks.");
            }
        }
        return new TenantFile(root.path("tenant").asText(), settings, webhooks(root.path(WEBHOOKS)));
    }

    private static JsonNode parsed(String text) {
        JsonNode root;
        try {
            root = YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw wrong(
                    "line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ": "
                            + e.getOriginalMessage()
                                    .lines()
                                    .findFirst()
                                    .orElse("it is no YAML")
                                    .strip() + ".");
        }
        if (root == null || !root.isObject() || root.path("tenant").asText("").isBlank()) {
            throw wrong("it must begin with tenant: <name>.");
        }
        return root;
    }

    private static ArrayNode webhooks(JsonNode all) {
        if (all.isMissingNode() || all.isNull()) {
            return null;
        }
        if (!(all instanceof ArrayNode list)) {
            throw wrong("webhooks is a list.");
        }
        Set<String> urls = new HashSet<>();
        for (JsonNode each : list) {
            String url = each.path("url").asText("");
            if (url.isBlank() || !each.path("types").isArray()) {
                throw wrong("each webhook has a url and a list of types.");
            }
            if (!urls.add(url)) {
                throw wrong("two webhooks have the url " + url + ", by which they are told apart.");
            }
            each.properties().forEach(field -> {
                if (!Set.of("url", "types", "description", "paused").contains(field.getKey())) {
                    throw wrong("a webhook has url, types, description and paused, and no \"" + field.getKey() + "\".");
                }
            });
            NormalForm.webhook((ObjectNode) each);
        }
        return list;
    }

    private static CtlException wrong(String what) {
        return CtlException.usage("The file is not a tenant's: " + what);
    }

    /** What the gateway says, as a file; of what is none it says null, so that a later value is seen. */
    public static String write(String tenant, JsonNode settings, JsonNode webhooks) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("tenant", tenant);
        Sections sections = Sections.read();
        sections.names().forEach((section, names) -> {
            ObjectNode part = root.putObject(section);
            names.forEach(name -> {
                if (settings.hasNonNull(name)) {
                    part.set(name, settings.get(name));
                } else if (sections.mayBeNone(name)) {
                    part.putNull(name);
                }
            });
        });
        ArrayNode hooks = root.putArray(WEBHOOKS);
        webhooks.path("items").forEach(hook -> hooks.add(webhook(hook)));
        try {
            return "# yaml-language-server: $schema=tenant.schema.json\n"
                    + "# foyerctl tenant schema > tenant.schema.json gives editors the names and what they mean.\n"
                    + YAML.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it stands in a file: without id, dates and secret. */
    static ObjectNode webhook(JsonNode hook) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("url", hook.path("url").asText());
        one.set("types", hook.path("types").isArray() ? hook.path("types") : JsonNodeFactory.instance.arrayNode());
        one.put("description", hook.path("description").asText(null));
        one.put("paused", !hook.path("status").asText("ACTIVE").equals("ACTIVE"));
        return one;
    }
}

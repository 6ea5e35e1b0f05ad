package dev.foyer.asyncapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * One type and version of event in one folder of contracts.
 *
 * @param service the module that owns the folder
 * @param folder the topic, without the tenant in topics of tenants
 * @param name type and version, e.g. {@code PinReset.v1}
 * @param examples by name, {@code full} and {@code minimal} among them
 */
record Contract(String service, String folder, String name, ObjectNode schema, Map<String, ObjectNode> examples) {

    Contract {
        examples = new TreeMap<>(examples);
    }

    /** The CloudEvents type; the schema has it as its title. */
    String type() {
        return schema.path("title").asText();
    }

    /** Unique in the document: the same event may lie in two topics. */
    String id() {
        return folder + "." + name;
    }
}

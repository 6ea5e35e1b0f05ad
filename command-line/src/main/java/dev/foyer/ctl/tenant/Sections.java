package dev.foyer.ctl.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.client.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which setting stands in which section, as the schema says.
 *
 * @param names by section, in its order
 */
public record Sections(Map<String, List<String>> names) {

    private static final String SCHEMA = "tenant.schema.json";

    /** The schema's text. */
    public static String schema() {
        try (InputStream in = Sections.class.getResourceAsStream(SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads it. */
    public static Sections read() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        JsonNode parts = Json.parse(schema()).path("properties");
        for (String section : List.of("policies", "numbers", "settings")) {
            List<String> names = new ArrayList<>();
            parts.path(section).path("properties").fieldNames().forEachRemaining(names::add);
            sections.put(section, List.copyOf(names));
        }
        return new Sections(sections);
    }

    boolean has(String section) {
        return names.containsKey(section);
    }

    void check(String section, String name) {
        if (names.get(section).contains(name)) {
            return;
        }
        String where = names.entrySet().stream()
                .filter(each -> each.getValue().contains(name))
                .map(each -> "; it belongs to " + each.getKey())
                .findFirst()
                .orElse("; foyerctl tenant schema shows what there is");
        throw CtlException.usage("The file is not a tenant's: " + section + " has no \"" + name + "\"" + where + ".");
    }
}

package dev.foyer.ctl.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.client.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which setting stands in which section, as the schema says.
 *
 * @param names by section, in its order
 * @param none those that there may be none of; the others go back to their defaults, and cannot be null
 */
public record Sections(Map<String, List<String>> names, Set<String> none) {

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
        Set<String> none = new HashSet<>();
        JsonNode parts = Json.parse(schema()).path("properties");
        for (String section : List.of("policies", "numbers", "settings")) {
            List<String> names = new ArrayList<>();
            parts.path(section).path("properties").properties().forEach(each -> {
                names.add(each.getKey());
                each.getValue().path("type").forEach(type -> {
                    if (type.asText().equals("null")) {
                        none.add(each.getKey());
                    }
                });
            });
            sections.put(section, List.copyOf(names));
        }
        return new Sections(sections, Set.copyOf(none));
    }

    boolean mayBeNone(String name) {
        return none.contains(name);
    }

    boolean has(String section) {
        return names.containsKey(section);
    }

    void check(String section, String name, JsonNode value) {
        if (names.get(section).contains(name)) {
            if (value.isNull() && !mayBeNone(name)) {
                throw CtlException.usage("The file is not a tenant's: " + name
                        + " cannot be null; leave it out, and it stays as it is, or write its value.");
            }
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

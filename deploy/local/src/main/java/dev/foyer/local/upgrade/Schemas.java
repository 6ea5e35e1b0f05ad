package dev.foyer.local.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares two schemas of an object: who reads what the other has written finds what it needs, and takes it as it was meant. */
final class Schemas {

    private static final List<String> OF_A_TYPE = List.of("type", "format", "$ref", "const", "pattern");

    private Schemas() {}

    /**
     * Why a reader of one version cannot read what a writer of the other writes; empty when it can. Fields that it does not know, it passes
     * over.
     */
    static List<String> whyNotRead(JsonNode written, JsonNode expected) {
        Set<String> sure = required(written);
        Stream<String> missing = required(expected).stream()
                .filter(field -> !sure.contains(field))
                .map(field -> field + " may be missing");
        Stream<String> other = names(expected.path("properties")).stream()
                .filter(field -> written.path("properties").has(field))
                .flatMap(field -> difference(
                        field,
                        written.path("properties").get(field),
                        expected.path("properties").get(field)));
        return Stream.concat(missing, other).toList();
    }

    private static Stream<String> difference(String field, JsonNode written, JsonNode expected) {
        if (OF_A_TYPE.stream().anyMatch(part -> !Objects.equals(said(written, part), said(expected, part)))) {
            return Stream.of(field + " is something else");
        }
        Set<String> known = values(expected);
        Set<String> strange = values(written);
        strange.removeAll(known);
        return known.isEmpty() || strange.isEmpty()
                ? Stream.empty()
                : Stream.of(field + " may be " + String.join(" or ", strange));
    }

    /** What a reference names has its type already, whether that is said beside it or not. */
    private static JsonNode said(JsonNode field, String part) {
        return part.equals("type") && field.has("$ref") ? null : field.get(part);
    }

    /** Fields of one that the other does not have. */
    static Set<String> newFields(JsonNode before, JsonNode after) {
        Set<String> fields = names(after.path("properties"));
        fields.removeAll(names(before.path("properties")));
        return fields;
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> fields = new TreeSet<>();
        schema.path("required").forEach(field -> fields.add(field.asText()));
        return fields;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> values(JsonNode field) {
        Set<String> values = new TreeSet<>();
        field.path("enum").forEach(value -> values.add(value.asText()));
        return values;
    }
}

package dev.foyer.ctl.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One object in a pipeline.
 *
 * @param properties in the order of their view; values are texts, numbers, booleans, lists, rows, or null
 * @param source what the gateway said of it; missing for what we made up
 */
public record Row(Map<String, Object> properties, JsonNode source) {

    /** Keeps the order. */
    public Row {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** One that the gateway knows nothing of. */
    public static Row of(Map<String, Object> properties) {
        return new Row(properties, MissingNode.getInstance());
    }

    /** A property by its name in any case. */
    public Optional<String> name(String asked) {
        return properties.keySet().stream().filter(asked::equalsIgnoreCase).findFirst();
    }

    /** Its value; null when there is none, or no such property. */
    public Object get(String asked) {
        return name(asked).map(properties::get).orElse(null);
    }

    /** As it is shown in lists and tables. */
    public static String shown(Object value) {
        return switch (value) {
            case null -> "";
            case Boolean is -> is ? "True" : "False";
            case List<?> several -> several.stream().map(Row::shown).collect(Collectors.joining(", ", "{", "}"));
            case Row row ->
                row.properties().values().stream().findFirst().map(Row::shown).orElse("");
            default -> value.toString();
        };
    }

    /** As it stands in one cell of a CSV file. */
    public static String cell(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(Row::shown).collect(Collectors.joining(" "))
                : shown(value);
    }
}

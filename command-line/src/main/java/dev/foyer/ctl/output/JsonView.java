package dev.foyer.ctl.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.ctl.client.Json;
import java.io.PrintWriter;
import java.util.List;

/** A JSON array, also of one object or none, written as the objects come. */
public final class JsonView implements Sink {

    private final PrintWriter out;
    private boolean any;

    public JsonView(PrintWriter out) {
        this.out = out;
    }

    @Override
    public boolean take(Row row) {
        out.print(any ? ",\n" : "[\n");
        out.print("  " + Json.pretty(tree(row)).replace("\n", "\n  "));
        any = true;
        out.flush();
        return true;
    }

    @Override
    public void end() {
        out.println(any ? "\n]" : "[]");
        out.flush();
    }

    /** Properties under their names; numbers and truth as such. */
    public static JsonNode tree(Object value) {
        return switch (value) {
            case Row row -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                row.properties().forEach((name, each) -> object.set(name, tree(each)));
                yield object;
            }
            case List<?> several -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                several.forEach(each -> array.add(tree(each)));
                yield array;
            }
            case null -> JsonNodeFactory.instance.nullNode();
            default -> Json.tree(value);
        };
    }
}

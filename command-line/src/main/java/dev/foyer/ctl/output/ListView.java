package dev.foyer.ctl.output;

import dev.foyer.ctl.session.Console;
import java.util.Map;

/** {@code Format-List}: one property a line, an empty line around each object. */
public final class ListView implements Sink {

    private final Console console;
    private boolean any;

    public ListView(Console console) {
        this.console = console;
    }

    @Override
    public boolean take(Row row) {
        int width = row.properties().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        console.out().println();
        for (Map.Entry<String, Object> each : row.properties().entrySet()) {
            String name = Columns.padded(each.getKey(), width) + " : ";
            console.out().println(Colours.head(console, name) + Row.shown(each.getValue()));
        }
        any = true;
        console.out().flush();
        return true;
    }

    @Override
    public void end() {
        if (any) {
            console.out().println();
            console.out().flush();
        }
    }
}

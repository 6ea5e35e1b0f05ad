package dev.foyer.ctl.output;

import dev.foyer.ctl.session.Console;
import dev.foyer.ctl.session.Options;

/** Chooses how objects are shown at the end of a line. */
public final class Views {

    private static final int MOST_COLUMNS = 4;

    private Views() {}

    /** By {@code -o}; without, as PowerShell does: up to four properties in a table, more in a list. */
    public static Sink of(Options.Format format, Console console) {
        return switch (format) {
            case TABLE -> new TableView(console);
            case LIST -> new ListView(console);
            case JSON -> new JsonView(console.out());
            case CSV -> new CsvView(console.out(), ',', null);
            case NONE -> new Nothing();
            case VIEW -> new ByFirst(console);
        };
    }

    private record Nothing() implements Sink {

        @Override
        public boolean take(Row row) {
            return true;
        }

        @Override
        public void end() {}
    }

    private static final class ByFirst implements Sink {

        private final Console console;
        private Sink chosen;

        ByFirst(Console console) {
            this.console = console;
        }

        @Override
        public boolean take(Row row) {
            if (chosen == null) {
                chosen = row.properties().size() > MOST_COLUMNS ? new ListView(console) : new TableView(console);
            }
            return chosen.take(row);
        }

        @Override
        public void end() {
            if (chosen != null) {
                chosen.end();
            }
        }
    }
}

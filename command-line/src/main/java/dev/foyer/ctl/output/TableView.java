package dev.foyer.ctl.output;

import dev.foyer.ctl.session.Console;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Format-Table}. The first objects decide how wide the columns are; from then on each is shown as it comes, so that
 * long lists need no memory.
 */
public final class TableView implements Sink {

    private static final int LOOKED_AT = 100;
    private static final int NARROWEST = 4;

    private final Console console;
    private final List<Row> first = new ArrayList<>();
    private List<String> names;
    private int[] widths;

    public TableView(Console console) {
        this.console = console;
    }

    @Override
    public boolean take(Row row) {
        if (widths != null) {
            line(row);
            return true;
        }
        first.add(row);
        if (first.size() == LOOKED_AT) {
            head();
        }
        return true;
    }

    @Override
    public void end() {
        if (widths == null && !first.isEmpty()) {
            head();
        }
        if (widths != null) {
            console.out().println();
        }
        console.out().flush();
    }

    private void head() {
        names = List.copyOf(first.getFirst().properties().keySet());
        widths = new int[names.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Columns.width(names.get(i));
            for (Row row : first) {
                widths[i] = Math.max(widths[i], Columns.width(shown(row, i)));
            }
        }
        fit();
        StringBuilder titles = new StringBuilder();
        StringBuilder dashes = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String title = Columns.cut(names.get(i), widths[i]);
            titles.append(Columns.padded(title, widths[i])).append(' ');
            dashes.append(Columns.padded("-".repeat(Columns.width(title)), widths[i]))
                    .append(' ');
        }
        console.out().println();
        console.out().println(Colours.head(console, titles.toString().stripTrailing()));
        console.out().println(Colours.head(console, dashes.toString().stripTrailing()));
        first.forEach(this::line);
        first.clear();
    }

    /** Takes from the widest until the terminal has room for all. */
    private void fit() {
        int room = console.width() - widths.length;
        while (java.util.Arrays.stream(widths).sum() > room) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                return;
            }
            widths[widest]--;
        }
    }

    private void line(Row row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(Columns.padded(Columns.cut(shown(row, i), widths[i]), widths[i]))
                    .append(' ');
        }
        console.out().println(line.toString().stripTrailing());
        console.out().flush();
    }

    private String shown(Row row, int i) {
        return Row.shown(row.get(names.get(i)));
    }
}

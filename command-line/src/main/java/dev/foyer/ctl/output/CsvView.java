package dev.foyer.ctl.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180, with a line of names; what a spreadsheet would take for a formula begins with an apostrophe, as in our exports. */
public final class CsvView implements Sink {

    private final PrintWriter out;
    private final char separator;
    private List<String> names;

    /** @param names of the columns; null: those of the first object, in a first line */
    public CsvView(PrintWriter out, char separator, List<String> names) {
        this.out = out;
        this.separator = separator;
        this.names = names;
    }

    @Override
    public boolean take(Row row) {
        if (names == null) {
            names = List.copyOf(row.properties().keySet());
            out.println(names.stream().map(this::quoted).collect(Collectors.joining(separator + "")));
        }
        out.println(
                names.stream().map(name -> quoted(safe(row.get(name)))).collect(Collectors.joining(separator + "")));
        // Whoever reads along sees each when it is done.
        out.flush();
        return true;
    }

    @Override
    public void end() {
        out.flush();
    }

    /** A telephone number is none, though it begins with a plus. */
    private static String safe(Object value) {
        String cell = Row.cell(value);
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 && !cell.matches("[+-]?[0-9. ]+");
        return formula ? "'" + cell : cell;
    }

    private String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}

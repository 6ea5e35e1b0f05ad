package dev.foyer.gateway.export;

import java.util.Collection;
import java.util.stream.Collectors;

/** What stands in a cell. Pure. */
final class Cells {

    /** Whatever makes a spreadsheet take the rest for a formula, full-width ones with them (OWASP, "CSV Injection"). */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private Cells() {}

    /** As text that no spreadsheet runs: an apostrophe stands before what it would take for a formula. */
    static String of(Object value) {
        String text = switch (value) {
            case null -> "";
            case Collection<?> all -> all.stream().map(String::valueOf).collect(Collectors.joining(" "));
            default -> value.toString();
        };
        return text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 || value instanceof Number ? text : "'" + text;
    }
}

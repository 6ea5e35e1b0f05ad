package dev.foyer.gateway.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What stands in a cell, as text that no spreadsheet runs (OWASP, "CSV Injection"). Where lists are separated by another character than
 * ours, as the semicolon in Italy, a cell is cut there and its parts are cells; so what stands behind any separator counts, with
 * blanks and quotes before it. Pure.
 */
final class Cells {

    /** Whatever makes a spreadsheet take the rest for a formula, full-width ones with them. */
    private static final String SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20";

    private static final String BREAKS = "\t\r\n";
    private static final String SEPARATORS = ",;" + BREAKS;

    private Cells() {}

    static String of(Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case JsonNode json when json.isContainerNode() -> json(json.toString());
            case Collection<?> all -> text(all.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            default -> text(value.toString());
        };
    }

    /** An apostrophe stands before what would be taken for a formula. */
    private static String text(String value) {
        StringBuilder cell = new StringBuilder();
        int copied = 0;
        int begins = 0; // a cell, or what some spreadsheet takes for one; -1: it has begun
        if (!value.isEmpty() && BREAKS.indexOf(value.charAt(0)) >= 0) {
            cell.append('\'');
        }
        for (int at = 0; at < value.length(); at++) {
            char next = value.charAt(at);
            if (isSeparator(next)) {
                begins = at + 1;
            } else if (begins >= 0 && !isPassedOver(next)) {
                if (isSign(next)) {
                    cell.append(value, copied, begins).append('\'');
                    copied = begins;
                }
                begins = -1;
            }
        }
        return cell.append(value, copied, value.length()).toString();
    }

    /** It stays the same JSON: within its texts the character is written as its number. Its numbers are numbers. */
    private static String json(String value) {
        StringBuilder cell = new StringBuilder();
        boolean begins = false;
        boolean inText = false;
        for (int at = 0; at < value.length(); at++) {
            char next = value.charAt(at);
            if (inText && next == '\\') {
                cell.append(next).append(value.charAt(++at));
                begins = false;
                continue;
            }
            if (inText && begins && isSign(next)) {
                cell.append(String.format("\\u%04x", (int) next));
            } else {
                cell.append(next);
            }
            inText ^= next == '"';
            begins = isSeparator(next) || begins && isPassedOver(next);
        }
        return cell.toString();
    }

    private static boolean isSign(char one) {
        return SIGNS.indexOf(one) >= 0;
    }

    private static boolean isSeparator(char one) {
        return SEPARATORS.indexOf(one) >= 0;
    }

    private static boolean isPassedOver(char one) {
        return one == '"' || Character.isWhitespace(one) || Character.isSpaceChar(one);
    }
}

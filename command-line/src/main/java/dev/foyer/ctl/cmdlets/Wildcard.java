package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.CtlException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code *} and {@code ?} and {@code [a-c]} as in PowerShell, whatever the case of letters. */
public record Wildcard(Pattern pattern) {

    /** Whether a text has one. */
    public static boolean isIn(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
    }

    /** Any text is one that matches itself. */
    public static Wildcard of(String text, boolean exactCase) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int closed = c == '[' ? text.indexOf(']', i) : -1;
            if (c == '*') {
                pattern.append(".*");
            } else if (c == '?') {
                pattern.append('.');
            } else if (closed > i + 1) {
                pattern.append('[')
                        .append(text.substring(i + 1, closed)
                                .replace("\\", "\\\\")
                                .replace("[", "\\[")
                                .replace("^", "\\^")
                                .replace("&", "\\&"))
                        .append(']');
                i = closed;
            } else {
                pattern.append(Pattern.quote(String.valueOf(c)));
            }
        }
        int flags = Pattern.DOTALL | (exactCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        try {
            return new Wildcard(Pattern.compile(pattern.toString(), flags));
        } catch (PatternSyntaxException _) {
            throw CtlException.usage(
                    "\"" + text + "\" is no pattern: what stands in [ ] goes from less to more, as [a-c].");
        }
    }

    /** Whether all of it matches. */
    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}

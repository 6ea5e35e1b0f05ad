package dev.foyer.observability;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which series a PromQL expression asks for. Prometheus itself judges its grammar. */
public final class Expression {

    /** Texts, selectors, ranges, and lists of labels: no names of series in there. */
    private static final Pattern ASIDE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\{[^}]*}|\\[[^]]*]"
            + "|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*(?!\\w)(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    private Expression() {}

    /** In order of the alphabet. */
    public static Set<String> series(String expression) {
        // Texts first: one may have a bracket in it.
        String bare = expression.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\"\"");
        Matcher names = NAME.matcher(ASIDE.matcher(bare).replaceAll(" "));
        Set<String> found = new TreeSet<>();
        while (names.find()) {
            if (!WORDS.contains(names.group())) {
                found.add(names.group());
            }
        }
        return found;
    }
}

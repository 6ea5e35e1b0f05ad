package dev.foyer.gateway.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much may be asked for by one filter, or by the filter in a path of a PATCH. Whoever reads and answers them goes as deep as they are
 * nested, and through all users for each comparison; the directory systems that there are ask for three at most. Looked at before anybody reads
 * it.
 */
final class ScimFilters {

    static final int LONGEST = 2_000;
    static final int DEEPEST = 10;
    static final int MOST_COMPARISONS = 20;

    private static final Pattern JOINS = Pattern.compile("\\b(?:and|or)\\b", Pattern.CASE_INSENSITIVE);

    private ScimFilters() {}

    /** @throws ScimFailure 400 when it is too much */
    static void check(String filter) {
        if (filter.length() > LONGEST) {
            throw ScimFailure.tooMany("A filter has at most " + LONGEST + " characters.");
        }
        Matcher joins = JOINS.matcher(withoutTexts(filter));
        int comparisons = 1;
        while (joins.find()) {
            comparisons++;
        }
        if (comparisons > MOST_COMPARISONS) {
            throw ScimFailure.tooMany("A filter has at most " + MOST_COMPARISONS + " comparisons; ask more than once.");
        }
    }

    /** What stands in quotation marks may be anything. @throws ScimFailure 400 when the rest is nested too deep */
    private static String withoutTexts(String filter) {
        StringBuilder bare = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < filter.length(); i++) {
            char one = filter.charAt(i);
            if (quoted && one == '\\') {
                i++; // what is escaped ends nothing
            } else if (one == '"') {
                quoted = !quoted;
                bare.append(one);
            } else if (!quoted) {
                depth += one == '(' || one == '[' ? 1 : one == ')' || one == ']' ? -1 : 0;
                bare.append(one);
            }
            if (depth > DEEPEST) {
                throw ScimFailure.tooMany("A filter is nested at most " + DEEPEST + " deep.");
            }
        }
        return bare.toString();
    }

    /** Of all filters and paths in a body, wherever they stand. @throws ScimFailure 400 when one is too much */
    static void checkIn(JsonNode body) {
        body.properties().forEach(field -> {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            if (field.getValue().isTextual() && (name.equals("filter") || name.equals("path"))) {
                check(field.getValue().textValue());
            }
        });
        body.forEach(ScimFilters::checkIn);
    }
}

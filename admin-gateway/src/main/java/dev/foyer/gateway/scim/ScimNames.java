package dev.foyer.gateway.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of attributes, as a question has them: the library takes some that are none for an error of its own. */
final class ScimNames {

    /** What has them, in small letters. */
    static final Set<String> ARE_IN = Set.of("attributes", "excludedattributes", "sortby");

    /** RFC 7644, section 3.10: perhaps a schema, a name, perhaps one below it. */
    private static final Pattern FORM = Pattern.compile("(?:urn:[\\w.:-]*:)?[\\w$-]*(?:\\.[\\w$-]+)?");

    private ScimNames() {}

    /** @param several with commas between them @throws ScimFailure 400 when one cannot be a name */
    static void check(String where, String several) {
        for (String one : several.split(",")) {
            if (!FORM.matcher(one.strip()).matches()) {
                throw ScimFailure.value(where, "must be names of attributes, such as userName or emails.value.");
            }
        }
    }

    /** Of a question in a body. @throws ScimFailure 400 */
    static void checkIn(JsonNode body) {
        body.properties().forEach(field -> {
            if (ARE_IN.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                JsonNode said = field.getValue();
                if (said.isTextual()) {
                    check(field.getKey(), said.textValue());
                }
                said.forEach(one -> check(field.getKey(), one.asText()));
            }
        });
    }
}

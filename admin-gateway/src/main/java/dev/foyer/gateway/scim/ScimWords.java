package dev.foyer.gateway.scim;

import de.captaingoldfish.scim.sdk.common.response.ErrorResponse;
import java.util.Map;
import java.util.Set;

/** What the library says, in the words that RFC 7644 knows (section 3.12). */
final class ScimWords {

    private static final String WORD = "scimType";
    private static final int BAD = 400;

    private static final Set<String> KNOWN = Set.of(
            "invalidFilter",
            "tooMany",
            "uniqueness",
            "mutability",
            "invalidSyntax",
            "invalidPath",
            "noTarget",
            "invalidValue",
            "invalidVers",
            "sensitive");
    private static final Map<String, String> OWN_WORDS = Map.of(
            "required", "invalidValue", "unparseableRequest", "invalidSyntax", "invalidParameters", "invalidValue");

    private ScimWords() {}

    /** @param filtered whether the request had a filter: what the library cannot read of one it refuses without a word */
    static void complete(ErrorResponse refusal, boolean filtered) {
        String word = refusal.path(WORD).asText("");
        String said = KNOWN.contains(word) ? word : OWN_WORDS.get(word);
        if (said == null && filtered && refusal.getHttpStatus() == BAD) {
            said = "invalidFilter";
        }
        if (said == null || refusal.getHttpStatus() == 404) {
            refusal.remove(WORD);
        } else {
            refusal.put(WORD, said);
        }
    }
}

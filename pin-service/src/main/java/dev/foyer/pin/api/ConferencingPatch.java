package dev.foyer.pin.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Problem;
import dev.foyer.base.text.TextKind;
import dev.foyer.base.text.TextRefused;
import dev.foyer.pin.domain.user.NumberChoice;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferencing;
import java.util.Set;

/** Reads the merge patch (RFC 7396) of an enabled user's conferencing. */
final class ConferencingPatch {

    private static final String TOLL = "serviceNumber";
    private static final String TOLL_FREE = "tollFreeServiceNumber";
    private static final String PSTN_ONLY = "allowPstnOnlyMeetings";
    private static final Set<String> FIELDS = Set.of(TOLL, TOLL_FREE, PSTN_ONLY);

    private ConferencingPatch() {}

    /** @throws Problem.ProblemException 400 that names what is wrong */
    static ChangeConferencing read(JsonNode patch) {
        if (patch == null || !patch.isObject()) {
            throw malformed("Send a JSON object with " + TOLL + ", " + TOLL_FREE + " or " + PSTN_ONLY + ".");
        }
        patch.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw malformed("There is no field " + name + "; there are " + TOLL + ", " + TOLL_FREE + " and "
                        + PSTN_ONLY + ".");
            }
        });
        return new ChangeConferencing(number(patch, TOLL), number(patch, TOLL_FREE), flag(patch));
    }

    private static NumberChoice number(JsonNode patch, String field) {
        JsonNode given = patch.get(field);
        if (given == null) {
            return NumberChoice.UNCHANGED;
        }
        if (!given.isNull() && !given.isTextual()) {
            throw malformed(field + " must be a telephone number as text, or null for none.");
        }
        try {
            return new NumberChoice(true, given.isNull() ? null : TextKind.PHONE_NUMBER.of(given.textValue()));
        } catch (TextRefused e) {
            throw e.problem(field).exception();
        }
    }

    private static Boolean flag(JsonNode patch) {
        JsonNode given = patch.get(PSTN_ONLY);
        if (given == null) {
            return null;
        }
        if (!given.isBoolean()) {
            throw malformed(PSTN_ONLY + " must be true or false.");
        }
        return given.booleanValue();
    }

    private static Problem.ProblemException malformed(String detail) {
        return Problem.of(400, "malformed-json", "The body cannot be read", detail)
                .exception();
    }
}

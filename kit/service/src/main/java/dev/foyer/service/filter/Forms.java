package dev.foyer.service.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.foyer.base.Problem;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** Whether the body of a form can be read at all: later readers would fail on it with an error of ours. */
final class Forms {

    private static final int MOST_FIELDS = 64;
    /** As much as the parser of JAX-RS takes. */
    private static final int LONGEST = 2_048;

    private static final Problem MALFORMED = Problem.of(
            400,
            "malformed-form",
            "The form cannot be read",
            "Send at most " + MOST_FIELDS + " fields, each with its name, encoded.");
    private static final Problem TOO_LONG = Problem.of(
            413, "body-too-large", "The body is too large", "Send at most " + LONGEST + " characters in each field.");

    private Forms() {}

    /** What is wrong with it. */
    static Optional<Problem> wrong(Buffer body) {
        String[] fields = body.toString(ISO_8859_1).split("&", -1);
        if (fields.length > MOST_FIELDS) {
            return Optional.of(MALFORMED);
        }
        for (String field : fields) {
            if (field.length() > LONGEST) {
                return Optional.of(TOO_LONG);
            }
            if (field.startsWith("=") || Percent.decode(field).isEmpty()) {
                return Optional.of(MALFORMED);
            }
        }
        return Optional.empty();
    }
}

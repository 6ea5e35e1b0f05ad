package dev.foyer.gateway.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Problem;
import dev.foyer.base.text.Reason;
import dev.foyer.base.text.ReasonPattern;
import dev.foyer.base.text.TextRefused;
import dev.foyer.gateway.index.SettingsEntry;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why people do what cannot be undone or shows a PIN (rule G3). Asked here and nowhere else, because only people come by this door: records
 * of topics and requests of directory systems carry their id as the reason.
 */
final class Reasons {

    static final String HEADER = "X-Reason";

    /** The operations that a tenant may want a reason for. */
    static final Set<String> ASKED = Set.of(
            "reset-pin",
            "reveal-pin",
            "lock-pin",
            "unlock-pin",
            "disable",
            "remove-user",
            "replay-dead-letter",
            "replay-dead-letters",
            "discard-dead-letter",
            "campaign");

    /** A text in ASCII, as RFC 8187 writes it; the language between the quotes is nothing to us. */
    private static final Pattern EXTENDED =
            Pattern.compile("UTF-8'[A-Za-z0-9-]*'(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What stands for bytes that are no UTF-8. */
    private static final char UNREADABLE = '\uFFFD';

    private Reasons() {}

    /**
     * A header as its sender meant it: the server takes each byte for a character, and who types an umlaut sends it as UTF-8. Most
     * libraries write only ASCII into headers, so {@code UTF-8''perch%C3%A9} is understood, too.
     *
     * @param header or {@code null}
     * @throws Problem.ProblemException 400, when it begins so and does not go on so
     */
    static String read(String header) {
        if (header == null || header.chars().anyMatch(one -> one > 0xFF)) {
            return header;
        }
        Matcher extended = EXTENDED.matcher(header.strip());
        if (extended.matches()) {
            return decoded(extended.group(1));
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException _) {
            return header; // Latin-1 it is
        }
    }

    private static String decoded(String value) {
        String text;
        try {
            // Here a plus is a plus; spaces are %20.
            text = URLDecoder.decode(value.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException _) {
            throw notExtended();
        }
        if (text.indexOf(UNREADABLE) >= 0) {
            throw notExtended();
        }
        return text;
    }

    private static Problem.ProblemException notExtended() {
        return Problem.of(
                        400,
                        "invalid-request",
                        "The request is not valid",
                        HEADER
                                + ": behind UTF-8'' each byte of UTF-8 that is no letter or digit stands as % and two hexadecimal"
                                + " digits, such as perch%C3%A9.")
                .exception();
    }

    /**
     * The reason of a request, in its one form; {@code null} when there is none and none is needed.
     *
     * @param header what {@link #HEADER} says, or {@code null}
     * @param body what the body says, or {@code null}
     * @param settings of the tenant, asked only where it matters
     * @throws Problem.ProblemException 400 that says what to do
     */
    static String of(String operation, String header, String body, Supplier<Optional<SettingsEntry>> settings) {
        String given = given(header, body);
        boolean asked = ASKED.contains(operation);
        if (!asked && given == null) {
            return null;
        }
        JsonNode rules = settings.get().map(SettingsEntry::settings).orElse(null);
        String wanted = rules == null ? "OFF" : rules.path("reasons").asText("OFF");
        String pattern = rules == null ? null : rules.path("reasonPattern").asText(null);
        if (given == null) {
            if (wanted.equals("REQUIRED")) {
                throw missing(pattern).exception();
            }
            return null;
        }
        return checked(given, wanted.equals("OFF") ? null : pattern);
    }

    private static String checked(String given, String pattern) {
        try {
            return Reason.of(given, pattern == null ? null : ReasonPattern.of(pattern));
        } catch (TextRefused e) {
            throw e.problem("reason").exception();
        }
    }

    private static String given(String header, String body) {
        boolean inHeader = header != null && !header.isBlank();
        boolean inBody = body != null && !body.isBlank();
        if (inHeader && inBody && !header.strip().equals(body.strip())) {
            throw Problem.of(
                            400,
                            "reason-twice",
                            "Two reasons",
                            "The header " + HEADER + " and reason in the body differ; send one of them.")
                    .exception();
        }
        return inHeader ? header : inBody ? body : null;
    }

    private static Problem missing(String pattern) {
        return Problem.of(
                400,
                "reason-required",
                "Your organization wants a reason for this",
                "Say why in the header " + HEADER + (pattern == null ? "." : ", with what matches " + pattern + "."));
    }
}

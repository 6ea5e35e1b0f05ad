package dev.foyer.gateway.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Problem;
import dev.foyer.base.text.Reason;
import dev.foyer.base.text.ReasonPattern;
import dev.foyer.base.text.TextRefused;
import dev.foyer.gateway.index.SettingsEntry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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

    private Reasons() {}

    /**
     * A header as its sender wrote it: the server takes each byte for a character, and who types an umlaut sends it as UTF-8.
     *
     * @param header or {@code null}
     */
    static String read(String header) {
        if (header == null || header.chars().anyMatch(one -> one > 0xFF)) {
            return header;
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException _) {
            return header; // Latin-1 it is
        }
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

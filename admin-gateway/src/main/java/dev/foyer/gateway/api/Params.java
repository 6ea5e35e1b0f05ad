package dev.foyer.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Problem;
import dev.foyer.base.text.TextKind;
import dev.foyer.base.text.TextRefused;
import dev.foyer.gateway.export.Separator;
import dev.foyer.gateway.index.SearchRefused;
import dev.foyer.gateway.index.UserPast;
import dev.foyer.gateway.index.UserQuery;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Parameters and fields as text: JAX-RS would call a bad number "not found". */
public final class Params {

    /** RFC 7396. */
    static final String MERGE_PATCH = "application/merge-patch+json";

    static final int USUAL = 50;
    static final int MOST = 200;
    private static final int LONGEST_SEARCH = 200;

    private Params() {}

    /** @throws Problem.ProblemException 400 */
    public static int limit(String text) {
        if (text == null || text.isEmpty()) {
            return USUAL;
        }
        if (text.matches("[0-9]{1,4}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        throw Problems.badParameter("limit", "is a number from 1 to " + MOST + ".")
                .exception();
    }

    /** @return {@code null} when nothing is asked for */
    public static String search(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_SEARCH) {
            throw Problems.badParameter("q", "has at most " + LONGEST_SEARCH + " characters.")
                    .exception();
        }
        return text.strip();
    }

    /** What users are found by; see the description of {@code q}. @throws Problem.ProblemException 400 */
    public static String userSearch(String text) {
        String typed = search(text);
        if (typed != null) {
            try {
                UserQuery.check(typed);
            } catch (SearchRefused e) {
                throw Problems.badParameter("q", e.getMessage() + ".").exception();
            }
        }
        return typed;
    }

    /** @return {@code null} when there is no text */
    public static <E extends Enum<E>> E oneOf(String name, String text, Class<E> type) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problems.badParameter(name, "is one of " + words(type) + ".")
                        .exception());
    }

    /** @return {@code null} when there is no text */
    static Instant time(String name, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problems.badParameter(name, "is a time such as 2026-11-27T08:30:00Z.")
                    .exception();
        }
    }

    /** False when it is not there; a word that is neither, or none, is nobody's "no". @throws Problem.ProblemException 400 */
    static boolean flag(UriInfo asked, String name) {
        String said = asked.getQueryParameters().getFirst(name);
        if (said == null || said.equals("false")) {
            return false;
        }
        if (!said.equals("true")) {
            throw Problems.badParameter(name, "is true or false.").exception();
        }
        return true;
    }

    /** Of the cells of a CSV file; a comma when nothing is asked for. */
    static Separator separator(String text) {
        Separator wanted = oneOf("separator", text, Separator.class);
        return wanted == null ? Separator.COMMA : wanted;
    }

    /** A time, or the event after which something was. */
    static UserPast.Moment moment(String text) {
        try {
            return new UserPast.Moment.At(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return new UserPast.Moment.After(text);
        }
    }

    /** A merge patch. @param fields what there is to change, for people */
    static JsonNode patch(JsonNode body, String fields) {
        if (body == null || !body.isObject()) {
            throw Problem.of(
                            400, "malformed-json", "The body cannot be read", "Send a JSON object with " + fields + ".")
                    .exception();
        }
        return body;
    }

    /** An id that a caller chooses. */
    static String id(String name, String text) {
        if (text == null) {
            throw Problems.missing(name).exception();
        }
        return text(name, TextKind.ID, text);
    }

    /** A text of that kind, in its one form. @throws Problem.ProblemException 400 */
    public static String text(String name, TextKind kind, String text) {
        try {
            return kind.of(text);
        } catch (TextRefused e) {
            throw Problems.badParameter(name, e.getMessage() + ".").exception();
        }
    }

    /** Whether something can be called so. */
    static boolean isId(String text) {
        return TextKind.ID.accepts(text);
    }

    private static String words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}

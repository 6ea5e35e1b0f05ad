package dev.foyer.gateway.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/**
 * Where a list was cut: the sort values of the last entry, bound to the question that was asked. Opaque to callers. It
 * is no secret and no permission: whatever it says, only the caller's own tenant is searched.
 */
final class Cursor {

    /** In no value: each is encoded by itself, so that there is none that a cursor does not survive. */
    private static final char BETWEEN = '.';

    private Cursor() {}

    /** @param question everything but the cursor and the limit, as text */
    static String write(String question, FieldDoc last) {
        StringBuilder text = new StringBuilder().append(Integer.toHexString(question.hashCode()));
        for (Object value : last.fields) {
            byte[] bytes = value instanceof BytesRef term
                    ? Arrays.copyOfRange(term.bytes, term.offset, term.offset + term.length)
                    : value.toString().getBytes(UTF_8);
            text.append(BETWEEN).append(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return text.toString();
    }

    /**
     * @param documents how many the searcher has: with the last of them as a tie-breaker nothing comes twice, for the
     *     sort ends with the unique id
     * @throws ForeignCursor when it is not one of this question
     */
    static FieldDoc read(String cursor, String question, SortField[] sort, int documents) {
        try {
            String[] parts = cursor.split("\\" + BETWEEN, -1);
            if (parts.length != sort.length + 1 || !parts[0].equals(Integer.toHexString(question.hashCode()))) {
                throw new ForeignCursor();
            }
            Object[] values = new Object[sort.length];
            for (int i = 0; i < sort.length; i++) {
                values[i] = sort[i].getType() == SortField.Type.LONG
                        ? (Object) Long.valueOf(new String(decoded(parts[i + 1]), UTF_8))
                        : new BytesRef(decoded(parts[i + 1]));
            }
            return new FieldDoc(Math.max(0, documents - 1), Float.NaN, values);
        } catch (IllegalArgumentException _) {
            throw new ForeignCursor();
        }
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}

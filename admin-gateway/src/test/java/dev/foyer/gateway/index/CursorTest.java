package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor survives any value that a list is sorted by. */
@Tag("case-R10")
class CursorTest {

    private static final SortField[] SORT = {
        new SortField("by_upn", SortField.Type.STRING), new SortField("by_time", SortField.Type.LONG)
    };

    @ParameterizedTest
    @ValueSource(strings = {"amos", "a\nb@contoso.com", "a.b", "", "ü\r\n\0", ".", "\n\n"})
    void whateverWasLast(String value) {
        Object[] last = {new BytesRef(value), -7L};
        String cursor = Cursor.write("q", new FieldDoc(3, 1, last));
        assertArrayEquals(last, Cursor.read(cursor, "q", SORT, 10).fields);
        assertEquals(-1, cursor.indexOf('\n'));
        assertThrows(ForeignCursor.class, () -> Cursor.read(cursor, "other", SORT, 10));
        assertThrows(ForeignCursor.class, () -> Cursor.read(cursor + ".eA", "q", SORT, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "abc", "%%", "a.b.c", "0.\u0000.x"})
    void whatIsNoCursorIsForeign(String cursor) {
        assertThrows(ForeignCursor.class, () -> Cursor.read(cursor, "q", SORT, 10));
    }
}

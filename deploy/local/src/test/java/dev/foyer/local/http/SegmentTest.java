package dev.foyer.local.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an id says, it stays one segment. */
class SegmentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"nora", "a?b", "a#b", "a;b", "a%2Fb", "100%", "a\"b", "a|b", "a+b", "a b", "...", "ü", "😀", "[]"
            })
    void isReadAsItWas(String id) {
        URI address = URI.create("http://127.0.0.1:1").resolve("/users/" + Segment.of(id) + "/end?limit=1");
        assertEquals("/users/" + id + "/end", address.getPath());
        assertEquals("limit=1", address.getQuery());
        assertFalse(address.getRawPath().contains(";"), address.getRawPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a\\b", "a\nb", "a\u0000"})
    void whatIsNoneIsNotSent(String id) {
        assertFalse(Segment.isAddressable(id));
        assertThrows(IllegalArgumentException.class, () -> Segment.of(id));
    }

    @Test
    void encodedIsEncodedOnce() {
        assertEquals("%2520", Segment.of("%20"));
    }
}

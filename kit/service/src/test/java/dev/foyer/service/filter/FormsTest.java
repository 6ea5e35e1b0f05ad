package dev.foyer.service.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser behind takes each of these apart without looking whether there is a name: that would be an error of ours. */
@Tag("F")
class FormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=", "==", "=x", "a=b&=", "=&a=b", "a=b&==&c=d"})
    void aFieldWithoutANameIsRefused(String body) {
        assertEquals(400, Forms.wrong(Buffer.buffer(body)).orElseThrow().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=", "a=b", "a=b=c", "a==", "a=b&", "&a=b", "a=%3D"})
    void otherOnesAreNot(String body) {
        assertTrue(Forms.wrong(Buffer.buffer(body)).isEmpty());
    }
}

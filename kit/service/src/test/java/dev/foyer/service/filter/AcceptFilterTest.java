package dev.foyer.service.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a list of media types. */
@Tag("case-S9")
class AcceptFilterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "text/html, application/xhtml+xml,application/xml;q=0.9,*/*; q=0.8",
                "text/plain;format=\"flowed\";",
                ",a/b,,"
            })
    void readable(String accept) {
        assertTrue(AcceptFilter.isReadable(accept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b/c", "a", "/", "a/", "/b", ";", "a/b;=", "a b/c", "a/b, c", "(/)", "a/b;q=\"", "ü/b"})
    void unreadable(String accept) {
        assertFalse(AcceptFilter.isReadable(accept));
    }

    @Test
    void whatSaysNothingIsLeftOut() {
        assertEquals("", AcceptFilter.ranges(List.of("")));
        assertEquals("", AcceptFilter.ranges(List.of(",", " , ")));
        assertEquals("a/b, c/d;q=0.5", AcceptFilter.ranges(List.of(",a/b,,", "c/d;q=0.5")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/problem+json",
                "Application/Problem+JSON; q=0.5",
                "text/csv, application/problem+json"
            })
    void problemsOnly(String accept) {
        assertTrue(AcceptFilter.takesProblemsOnly(accept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/csv",
                "application/json, application/problem+json",
                "application/problem+json, */*;q=0.1"
            })
    void more(String accept) {
        assertFalse(AcceptFilter.takesProblemsOnly(accept));
    }
}

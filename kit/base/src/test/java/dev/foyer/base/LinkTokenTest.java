package dev.foyer.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D7")
class LinkTokenTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void whatIsMadeIsFoundByItsHash() {
        LinkToken token = LinkToken.fresh(random);
        LinkToken read = LinkToken.of(token.text()).orElseThrow();
        assertEquals(token.hash(), read.hash());
        assertTrue(LinkToken.isHash(token.hash()));
        assertNotEquals(token.text(), token.hash());
        assertNotEquals(token.text(), LinkToken.fresh(random).text());
        assertFalse(token.toString().contains(token.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\u0410"
            })
    void whatCannotBeOneIsNotLookedFor(String text) {
        assertEquals(Optional.empty(), LinkToken.of(text));
    }

    /** SHA-256 of its ASCII characters. */
    @Test
    void theHashIsTheSameEverywhere() {
        assertEquals(
                "DwBzhbb51LfusnSGBa_hqYSgo7-j8BTQnip4TOnlzRo",
                LinkToken.of("A".repeat(43)).orElseThrow().hash());
    }
}

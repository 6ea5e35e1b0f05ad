package dev.foyer.base.text;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reason is one line, holds what the tenant asks for, and could not be a PIN. */
@Tag("G3")
class ReasonTest {

    private static final ReasonPattern TICKET = ReasonPattern.of("INC[0-9]{7}|CHG-[0-9]+");

    @Test
    void whatIsAskedForStandsAnywhere() {
        assertEquals("INC0012345 lost phone", Reason.of(" INC0012345 lost phone ", TICKET));
        assertEquals("see CHG-17", Reason.of("see CHG-17", TICKET));
        assertThrows(TextRefused.class, () -> Reason.of("lost phone", TICKET));
        assertThrows(TextRefused.class, () -> Reason.of("INC12", TICKET));
        assertEquals("anything", Reason.of("anything", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "told him 48213",
                "4821",
                "PIN: 482139174021",
                "1 2 3 4",
                "48-21-3",
                "pin-48213",
                "a - 48213",
                "INC-1 48213",
                "(48213)",
                "PIN #48213",
                "PIN change: 48213",
                "new PIN on request 48213",
                "PIN no. #48213",
                "PIN=#48213",
                "codice caso 48213",
                "code: #48213",
                "told 4821 on 2026-11-28",
                "2026-13-28",
                "+48213",
                "ticket 4711 48213",
                "ticket 4711-48213",
                "him 48213",
                "#4711 4821",
                "\u0664\u0668\u0662\u0661\u0663"
            })
    void whatCouldBeAPinIsRefused(String text) {
        assertThrows(TextRefused.class, () -> Reason.of(text, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"INC0012345", "INC-4711", "see ops/4711", "SR4821", "room 12", "1234567890123", "version 1.2"})
    void whatIsNoneIsNot(String text) {
        assertEquals(text, Reason.of(text, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ticket 4711",
                "ticket 4711 for a new PIN",
                "INC 12345",
                "case #48213, lost phone",
                "see #48213",
                "caso 48213",
                "lost phone on 2026-11-28",
                "perso il 28/11/2026",
                "since 1.12.2026",
                "asked by +39 02 1234 5678",
                "asked by +390212345678, 2026-11-28"
            })
    void digitsOfWhichOneSeesWhatTheyAreStay(String text) {
        assertEquals(text, Reason.of(text, null));
    }

    @Test
    void aTicketMayBeDigitsWhereThePatternSaysSoAndAPinBesideItMayNot() {
        ReasonPattern digits = ReasonPattern.of("^[0-9]{6}");
        assertEquals("123456", Reason.of("123456", digits));
        assertThrows(TextRefused.class, () -> Reason.of("123456 told 48213", digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "(",
                "INC\n",
                "IN\u202EC",
                "x\ud83d",
                "a\u0301",
                "[a-",
                "(a)\\1",
                "a(?=b)",
                "a{1000}{1000}",
                "((a{40}){40}){40}",
                "a{99999}"
            })
    void badPatternsAreRefused(String pattern) {
        assertThrows(TextRefused.class, () -> ReasonPattern.of(pattern));
        assertFalse(ReasonPattern.isValid(pattern));
        assertFalse(ReasonPattern.isValid("a".repeat(101)));
    }

    /** With java.util.regex these take longer than anybody lives. */
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(a|a)*$", "(.*a){25}$", "(x+x+)+y"})
    void noPatternBlowsUp(String pattern) {
        ReasonPattern evil = ReasonPattern.of(pattern);
        assertTimeoutPreemptively(ofSeconds(2), () -> evil.isIn("a".repeat(255) + "!"));
        assertTimeoutPreemptively(ofSeconds(2), () -> evil.isIn("x".repeat(255) + "!"));
        assertTrue(ReasonPattern.isValid(pattern));
    }
}

package dev.foyer.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of what is a text of which kind; which door has which kind is in {@code text-doors.tsv}. */
class TextKindTest {

    @ParameterizedTest
    @Tag("case-R3")
    @EnumSource
    void halfOfACharacterIsNoText(TextKind kind) {
        for (String half : new String[] {"s1\ud83d", "\ud83d", "\ude00s1", "a\ude00\ud83db@contoso.com"}) {
            String why = assertThrows(TextRefused.class, () -> kind.of(half)).getMessage();
            assertTrue(why.startsWith("must be Unicode text"), why);
        }
    }

    @ParameterizedTest
    @Tag("case-R10")
    @Tag("case-R15")
    @EnumSource(mode = Mode.EXCLUDE, names = "OPAQUE")
    void everythingIsOneLine(TextKind kind) {
        for (String control :
                new String[] {"\r\n", "\n", "\t", "\0", "\u0085", "\u2028", "\u2029", "\u001b", "\u007f"}) {
            assertFalse(kind.accepts("a" + control + "b@contoso.com"), kind + " " + (int) control.charAt(0));
            assertFalse(kind.accepts("+3902" + control + "12345678"), kind + " " + (int) control.charAt(0));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OPAQUE")
    void nothingAndTooMuchAreNone(TextKind kind) {
        assertThrows(TextRefused.class, () -> kind.of(""));
        assertFalse(kind.accepts(null));
        assertFalse(kind.accepts("x".repeat(257)));
        assertFalse(kind.accepts("9".repeat(257)));
    }

    /** Linear in the length: one record or body may hold a megabyte, and a pattern that goes back and forth takes hours for it. */
    @ParameterizedTest
    @Tag("case-T8")
    @EnumSource
    void whatIsMuchTooLongIsRefusedAtOnce(TextKind kind) {
        String[] parts = {"1", "x", "1x", "(", "+1 ", "a.", "a@", "-", "\u0661;", "a-"};
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String first : parts) {
                for (String then : parts) {
                    kind.accepts(first.repeat(20_000) + then.repeat(40_000));
                }
            }
        });
    }

    @ParameterizedTest
    @Tag("case-R6")
    @ValueSource(
            strings = {
                ".",
                "..",
                "a/b",
                "a\\b",
                "a b",
                " a",
                "a\u00a0b",
                "a\u200bb",
                "a\u202eb",
                "\ufeffa",
                "a\u3164",
                "e\u0301"
            })
    void noId(String text) {
        assertFalse(TextKind.ID.accepts(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "...",
                "u-17",
                "a?b",
                "a#b",
                "a;b",
                "a%2Fb",
                "100%",
                "ü",
                "\u00e9",
                "{x}",
                "山田",
                "q;1",
                "\ud83d\ude00"
            })
    void anIdStaysAsItIs(String text) {
        assertEquals(text, TextKind.ID.of(text));
    }

    @ParameterizedTest
    @Tag("case-R6")
    @Tag("case-R11")
    @ValueSource(
            strings = {
                ".",
                "..",
                "a/b@contoso.com",
                "a\\b@contoso.com",
                "amos\u200b@contoso.com",
                "amos\u202e@contoso.com"
            })
    void noUserName(String text) {
        assertFalse(TextKind.USER_NAME.accepts(text));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments("Amos\u202Enimda", "Amosnimda"),
                arguments("Amos\u2066x\u2069", "Amosx"),
                arguments("Am\u200bos", "Amos"),
                arguments("Am\u00ados", "Amos"),
                arguments("\ufeffAmos", "Amos"),
                arguments("José\u200d", "José"),
                arguments("Jo\u200dsé", "José"),
                arguments("\u3164Amos", "Amos"),
                arguments("Amos\ufe0f\ufe0f", "Amos\ufe0f"),
                arguments("e\u200b\u0301", "é"));
    }

    @ParameterizedTest
    @Tag("case-R11")
    @MethodSource("names")
    void whatIsNotSeenIsRefusedWherePeopleTypeAndLeftOutWhereMachinesSend(String given, String kept) {
        assertFalse(TextKind.LINE.accepts(given));
        assertFalse(TextKind.SHORT_LINE.accepts(given));
        assertEquals(kept, TextKind.SENT_LINE.of(given));
    }

    @ParameterizedTest
    @Tag("case-R11")
    @ValueSource(
            strings = {
                "\u200b",
                "\u200b\u200b",
                "\u3164",
                "\u2800",
                "\u115f",
                "\ufe0f",
                "\u202e",
                " \u00a0",
                "\u0301",
                "\u180e"
            })
    void notBlankIsNotVisible(String text) {
        assertFalse(TextKind.LINE.accepts(text));
        assertFalse(TextKind.SENT_LINE.accepts(text));
        assertFalse(TextKind.USER_NAME.accepts(text));
    }

    /** Joiners and selectors that a script, or an emoji, is written with. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amos Marble",
                "علی\u200cرضا",
                "क्\u200dष",
                "👩\u200d💻",
                "👩🏽\u200d⚕\ufe0f",
                "❤\ufe0f",
                "葛\udb40\udd00城",
                "山田\u3000太郎",
                "Παπαδόπουλος",
                "O'Neil & <b>"
            })
    void namesOfEveryScriptAreNames(String name) {
        assertEquals(name, TextKind.LINE.of(name));
        assertEquals(name, TextKind.SENT_LINE.of(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LINE | Jose\u0301 | José",
                "USER_NAME | jose\u0301@x.org | josé@x.org",
                "LINE | ' Amos ' | Amos",
                "MAIL_ADDRESS | jo\u0308rg@x.org | jörg@x.org"
            })
    void whatPassesIsInOneForm(TextKind kind, String given, String kept) {
        assertEquals(kept, kind.of(given));
    }
}

package dev.foyer.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds that have a standard of their own: mail addresses, telephone numbers, language tags. */
class StandardKindsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amos@contoso.com",
                "a.b+c@x-y.example",
                "o'neil@contoso.com",
                "jörg@contoso.com",
                "a@bücher.example",
                "A@B.Org",
                "山田@例え.jp"
            })
    void mailAddresses(String address) {
        assertEquals(address, TextKind.MAIL_ADDRESS.of(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amos", "@contoso.com", "amos@", "\"a b\"@contoso.com", "x@contoscom", "a@b..c", "a..b@contoso.com",
                        ".a@x.org",
                "a.@x.org", "a@x.org.", "a@-x.org", "a@x_y.org", "a@127.0.0.1", "a@[127.0.0.1]", "a b@x.org",
                        "a@x.org,b@x.org",
                "a@fa\u00df.example", "a@x.org (Amos)", "\"a\"@x.org", "Amos <a@x.org>", "a(c)@x.org", "a@x.org\u200b",
                        "a@b@x.org"
            })
    @Tag("case-M1")
    @Tag("case-M12")
    void noMailAddresses(String text) {
        assertFalse(TextKind.MAIL_ADDRESS.accepts(text));
        assertFalse(TextKind.MAIL_ADDRESS.accepts("x".repeat(65) + "@contoso.com"));
        assertFalse(TextKind.MAIL_ADDRESS.accepts("x@" + "y".repeat(250) + ".com"));
    }

    @ParameterizedTest
    @Tag("case-R8")
    @ValueSource(
            strings = {
                "tel:+39-02-1234-5678;ext=12",
                "+390212345678 ext. 12",
                "+390212345678x12",
                "+390212345678#12",
                "+390212345678,,12#",
                "tel:+390212345678;isub=1",
                "+390212345678p12"
            })
    void anExtensionIsNotDroppedInSilence(String written) {
        String why = assertThrows(TextRefused.class, () -> TextKind.PHONE_NUMBER.of(written))
                .getMessage();
        assertTrue(why.contains("extension"), why);
    }

    @ParameterizedTest
    @Tag("case-R8")
    @ValueSource(
            strings = {
                "many",
                "+39",
                "1-800-FLOWERS",
                "+390212345678 home",
                "call +390212345678",
                "+390212345678 / +390212345679 (b)",
                "+",
                "12"
            })
    void norIsAnythingElse(String written) {
        String why = assertThrows(TextRefused.class, () -> TextKind.PHONE_NUMBER.of(written))
                .getMessage();
        assertEquals("must be an E.164 number with its country code, such as +390212345678", why);
    }

    @ParameterizedTest
    @Tag("C4")
    @CsvSource({
        "390212345678, +390212345678",
        "+39 02 1234-5678, +390212345678",
        "tel:+39-02-1234-5678, +390212345678",
        "TEL:+39.02.12345678, +390212345678",
        "+44 (0)20 7946 0958, +442079460958",
        "(+39) 0212345678, +390212345678",
        "＋３９０２１２３４５６７８, +390212345678",
        "'\u202a+39 02 12345678\u202c', +390212345678"
    })
    void numbersHoweverTheyAreWritten(String written, String e164) {
        assertEquals(e164, TextKind.PHONE_NUMBER.of(written));
    }

    @ParameterizedTest
    @Tag("case-R7")
    @CsvSource({
        "it_IT, it-IT",
        "IT-it, it-IT",
        "en, en",
        "EN_us, en-US",
        "zh-hans-cn, zh-Hans-CN",
        "iw, he",
        "ita, it",
        "fil, fil",
        "sr-latn-rs, sr-Latn-RS",
        "de-CH-1996, de-CH-1996"
    })
    void languagesHaveOneForm(String given, String canonical) {
        assertEquals(canonical, TextKind.LANGUAGE.of(given));
    }

    @ParameterizedTest
    @Tag("case-R7")
    @ValueSource(
            strings = {
                "italian",
                "xx",
                "i",
                "en_US.UTF-8",
                "it IT",
                "it--IT",
                "123",
                "und",
                "x-private",
                "*",
                "it-",
                "C",
                "en-US,it"
            })
    void noLanguages(String text) {
        assertFalse(TextKind.LANGUAGE.accepts(text));
    }
}

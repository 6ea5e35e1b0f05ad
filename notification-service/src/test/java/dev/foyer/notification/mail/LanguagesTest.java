package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.notification.inbound.MailSettings;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language and which sender a mail has. */
class LanguagesTest {

    private final Languages languages = new Languages(List.of(Locale.ENGLISH, Locale.ITALIAN));

    @ParameterizedTest
    @Tag("D4")
    @CsvSource({
        "it, en, it",
        "it-CH, en, it",
        "IT, en, it",
        "en-GB, it, en",
        "de-CH, it, it",
        "de-CH, fr, en",
        ", it-IT, it",
        ", , en",
        "no language, it, it",
        "'', it, it"
    })
    void theUsersElseTheTenantsElseEnglish(String ofUser, String ofTenant, String chosen) {
        assertEquals(chosen, languages.choose(ofUser, ofTenant).toLanguageTag());
    }

    @Test
    @Tag("D3")
    void theSenderIsTheTenantsWhenItHasOne() {
        String system = "Foyer <no-reply@foyer.example>";
        assertEquals(
                system,
                Sender.of(new MailSettings("en", null, null, false), system).from());
        assertEquals(
                "\"Contoso, IT desk\" <it@contoso.com>",
                Sender.of(new MailSettings("en", "it@contoso.com", "Contoso, IT desk", false), system)
                        .from());
        assertEquals(
                "\"Evil  Bcc: x@y\" <it@contoso.com>",
                Sender.of(new MailSettings("en", "it@contoso.com", "Evil\r\nBcc: x@y", false), system)
                        .from());
    }

    @Test
    @Tag("D4")
    void messageIdsHaveTheDomainOfTheSender() {
        assertEquals(
                "foyer.example", Sender.system("Foyer <no-reply@foyer.example>").domain());
        assertEquals("foyer.example", Sender.system("no-reply@foyer.example").domain());
        assertEquals(
                "foyer.example", Sender.system("no-reply@foyer.example (Foyer)").domain());
        assertEquals(
                "contoso.com",
                Sender.of(new MailSettings("en", "it@contoso.com", "IT", false), "no-reply@foyer.example")
                        .domain());
        assertThrows(IllegalArgumentException.class, () -> Sender.system("Foyer"));
        assertThrows(IllegalArgumentException.class, () -> Sender.system("a@contoso.com, b@contoso.com"));
    }
}

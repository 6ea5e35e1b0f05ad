package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    void messageIdsHaveTheDomainOfTheSystemsSender() {
        assertEquals("foyer.example", Sender.domain("Foyer <no-reply@foyer.example>"));
        assertEquals("foyer.example", Sender.domain("no-reply@foyer.example"));
        assertEquals("foyer.example", Sender.domain("no-reply@foyer.example (Foyer)"));
    }
}

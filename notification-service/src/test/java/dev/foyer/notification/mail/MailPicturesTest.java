package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.notification.domain.Kind;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes each mail in both languages, as it came out of the mail server, to the folder {@code -Dmail.pictures}; {@code ./foyer
 * pictures} makes pictures of them.
 */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
@EnabledIfSystemProperty(named = "mail.pictures", matches = ".+")
class MailPicturesTest extends WithSetup {

    @Test
    void eachMailInBothLanguages() throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("mail.pictures")));
        ObjectNode settings = NotificationTestSetup.object()
                .put("organizationName", "Contoso")
                .put("supportContact", "helpdesk@contoso.com");
        var number = settings.putArray("serviceNumbers").addObject();
        number.put("number", "+390212345678").put("city", "Milano").put("country", "IT");
        number.putArray("languages").add("it").add("en");
        setup.settings("contoso.com", settings);
        // The settings come by another topic: until a mail has them, others would be without.
        for (int attempt = 0;
                !write(folder, Kind.WELCOME, "en", "probe-" + attempt).contains("Milano");
                attempt++) {}
        for (Kind kind : Kind.values()) {
            for (String language : new String[] {"en", "it"}) {
                write(folder, kind, language, kind.name().toLowerCase(Locale.ROOT) + "-" + language);
            }
        }
        setup.settings("contoso.com", settings.put("pinMail", "VIEW_ONCE_LINK"));
        for (int attempt = 0;
                !write(folder, Kind.PIN_RESET, "en", "probe-link-" + attempt).contains("/pin/");
                attempt++) {}
        for (String language : new String[] {"en", "it"}) {
            write(folder, Kind.PIN_RESET, language, "pin_reset_link-" + language);
        }
    }

    private String write(Path folder, Kind kind, String language, String user) throws Exception {
        ObjectNode news = kind.hasPin()
                ? NotificationTestSetup.delivery(user, "48213").put("kind", kind.name())
                : NotificationTestSetup.notice(user, kind.name(), 7);
        news.put("preferredLanguage", language)
                .put("displayName", "Amos Marble")
                .put("tollFreeServiceNumber", "+39800123456");
        String address = user + "@contoso.com";
        if (kind.hasPin()) {
            setup.deliver(news);
        } else {
            setup.tell(news);
        }
        await().untilAsserted(
                        () -> assertEquals(1, MailServers.arrivedFor(address).size()));
        MimeMultipart parts =
                (MimeMultipart) MailServers.arrivedFor(address).getFirst().getContent();
        String page = (String) parts.getBodyPart(1).getContent();
        if (!user.startsWith("probe")) {
            Files.writeString(folder.resolve(user + ".html"), page);
            Files.writeString(
                    folder.resolve(user + ".txt"), (String) parts.getBodyPart(0).getContent());
        }
        return page;
    }
}

package dev.foyer.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.authority.Authority;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.notification.mail.smtp.TlsServers;
import dev.foyer.testing.ScriptedMailServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mail server with a certificate of one's own authority, and our account there: by nothing but the service's settings. */
@QuarkusTest
@TestProfile(MailServerFilesResourceTest.ByFiles.class)
@Tag("D6")
@Tag("long")
class MailServerFilesResourceTest extends WithSetup {

    private static final String PASSWORD = "a $ecret ${of.ours}";

    /** As {@code docs/guides/running.md} says it. */
    public static class ByFiles extends OwnMailServers {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.mailer.host", "localhost",
                    "quarkus.mailer.start-tls", "REQUIRED",
                    "quarkus.mailer.username", "foyer",
                    "foyer.mail.password-file", file("password", PASSWORD + "\n"),
                    "foyer.mail.authorities-file",
                            file("authorities", TlsServers.BELIEVED.own().certificatePem()));
        }

        private static String file(String name, String content) {
            try {
                Path file = Files.writeString(Files.createTempFile(name, ".of-the-test"), content);
                file.toFile().deleteOnExit();
                return file.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final int port = ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class);

    @AfterEach
    void backToTheOther() {
        MailServers.up();
    }

    @Test
    void itIsBelievedAndKnowsUsAndAnotherIsNeither() {
        MailServers.down();
        String id;
        try (ScriptedMailServer strange = server(TlsServers.STRANGER)) {
            id = setup.deliver(NotificationTestSetup.delivery("u-by-files", "48213"));
            await().until(() -> strange.commands().contains("STARTTLS"));
            await().untilAsserted(() -> {
                String problem = setup.entry(id).path("reason").asText();
                assertTrue(problem.startsWith("MAIL_SERVER_UNUSABLE"), problem);
            });
            assertEquals(List.of(), strange.taken());
            assertTrue(strange.commands().stream().noneMatch(said -> said.startsWith("AUTH")), "nor gets our password");
        }
        try (ScriptedMailServer ours = server(TlsServers.BELIEVED)) {
            await().untilAsserted(() ->
                    assertEquals("SENT", setup.entry(id).path("status").asText()));
            assertEquals(1, ours.taken().size());
        }
    }

    private ScriptedMailServer server(Authority authority) {
        String account = Base64.getEncoder().encodeToString(("\0foyer\0" + PASSWORD).getBytes(UTF_8));
        return await().ignoreExceptions()
                .until(() -> TlsServers.of(authority, port), Objects::nonNull)
                .answer("EHLO", "250-scripted.example\r\n250-STARTTLS\r\n250 AUTH PLAIN")
                .answer("AUTH", said -> said.equals("AUTH PLAIN " + account) ? "235 2.7.0 welcome" : "535 5.7.8 wrong");
    }
}

package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.notification.mail.smtp.TlsServers;
import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two files say of the mail server, and what of it cannot be meant. */
@Tag("D6")
class MailServerFilesTest {

    @TempDir
    Path folder;

    private Path password;
    private Path authorities;

    @BeforeEach
    void write() throws IOException {
        password = Files.writeString(folder.resolve("password"), "a $ecret\\${not.a.setting}$$\n");
        authorities = Files.writeString(
                folder.resolve("authorities, ours.pem"),
                TlsServers.BELIEVED.own().certificatePem());
    }

    /** To the letter: it is no setting, in which a dollar sign would mean something. */
    @Test
    void thePasswordIsWhatTheFileSays() {
        MailerRuntimeConfig mailer =
                mailer(Map.of("quarkus.mailer.username", "foyer", "foyer.mail.password-file", password.toString()));
        assertEquals(Optional.of("a $ecret\\${not.a.setting}$$"), mailer.password());
        assertEquals(Optional.of("foyer"), mailer.username());
        assertFalse(mailer.toString().contains("ecret"), "nor is it shown");
    }

    @Test
    void theAuthoritiesAreThoseOfTheFile() {
        MailerRuntimeConfig mailer = mailer(Map.of("foyer.mail.authorities-file", authorities.toString()));
        assertTrue(mailer.truststore().isConfigured());
        assertEquals(
                Optional.of(List.of(authorities.toString())),
                mailer.truststore().paths());
    }

    @Test
    void withoutFilesItIsAsBefore() {
        MailerRuntimeConfig mailer =
                mailer(Map.of("quarkus.mailer.username", "foyer", "quarkus.mailer.password", "secret"));
        assertEquals(Optional.of("secret"), mailer.password());
        assertFalse(mailer.truststore().isConfigured());
    }

    @Test
    void whatCannotBeReadEndsTheStartWithOneSentence() throws IOException {
        Path missing = folder.resolve("missing");
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Map<String, String> account = Map.of("quarkus.mailer.username", "foyer");
        for (Path file : List.of(missing, empty)) {
            refused(
                    "The password of the mail server cannot be read from " + file + " (foyer.mail.password-file).",
                    account,
                    "foyer.mail.password-file",
                    file.toString());
        }
        for (Path file : List.of(missing, empty, password)) {
            refused(
                    "There is no certificate in PEM that can be read from " + file + " (foyer.mail.authorities-file).",
                    Map.of(),
                    "foyer.mail.authorities-file",
                    file.toString());
        }
    }

    @Test
    void whatWouldHaveNoEffectEndsTheStartToo() {
        Map<String, String> account = Map.of("quarkus.mailer.username", "foyer");
        refused(
                "leave one of them out",
                with(account, "quarkus.mailer.password", "x"),
                "foyer.mail.password-file",
                password.toString());
        refused("without quarkus.mailer.username", Map.of(), "foyer.mail.password-file", password.toString());
        refused("without quarkus.mailer.username", Map.of(), "quarkus.mailer.password", "x");
        refused("set foyer.mail.password-file", Map.of(), "quarkus.mailer.username", "foyer");
        Map<String, String> trust = Map.of("foyer.mail.authorities-file", authorities.toString());
        refused("where nothing is encrypted", trust, "quarkus.mailer.start-tls", "DISABLED");
        for (String other : List.of(
                "quarkus.mailer.tls-configuration-name=mail",
                "quarkus.mailer.truststore.paths=/other.pem",
                "quarkus.mailer.key-store=/other.jks",
                "quarkus.mailer.trust-all=true")) {
            refused("leave one of them out", trust, other.split("=")[0], other.split("=")[1]);
        }
        mailer(with(trust, "quarkus.mailer.start-tls", "DISABLED", "quarkus.mailer.tls", "true"));
    }

    private static void refused(String sentence, Map<String, String> settings, String name, String value) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> mailer(with(settings, name, value)));
        assertTrue(refused.getMessage().contains(sentence), refused::getMessage);
        assertFalse(refused.getMessage().contains("ecret"), refused::getMessage);
    }

    private static Map<String, String> with(Map<String, String> settings, String... more) {
        Map<String, String> all = new HashMap<>(settings);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static MailerRuntimeConfig mailer(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MailersRuntimeConfig.class)
                .withMapping(MailConfig.class)
                .withSources(new PropertiesConfigSource(settings, "of the test", 1))
                .build();
        MailerRuntimeConfig mailer =
                config.getConfigMapping(MailersRuntimeConfig.class).mailers().get(Mailers.DEFAULT_MAILER_NAME);
        return new MailServerFiles(config.getConfigMapping(MailConfig.class), mailer).mailer();
    }
}

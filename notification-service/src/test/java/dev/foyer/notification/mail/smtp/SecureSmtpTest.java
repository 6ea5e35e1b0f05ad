package dev.foyer.notification.mail.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.authority.Authority;
import dev.foyer.authority.Issued;
import dev.foyer.testing.ScriptedMailServer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Encryption and our account at the mail server. */
@Tag("D6")
class SecureSmtpTest {

    private static final FinishedMail MAIL = SmtpOf.mail("amos@contoso.com");
    private static final Authority BELIEVED = Authority.create("believed", Instant.now(), Duration.ofDays(1));
    private static final Authority STRANGER = Authority.create("stranger", Instant.now(), Duration.ofDays(1));
    private static final String OFFERS_TLS = "250-scripted.example\r\n250 STARTTLS";
    private static final String OFFERS_LOGIN = "250-scripted.example\r\n250 AUTH PLAIN";

    private ScriptedMailServer server;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void withStartTlsTheMailIsEncrypted() {
        server = encrypting(BELIEVED, "localhost", false).answer("EHLO", OFFERS_TLS);
        assertEquals(new Outcome.Taken(), send(believing().setStarttls(StartTLSOptions.REQUIRED)));
        assertTrue(server.commands().contains("STARTTLS"));
    }

    @Test
    void orFromTheBeginning() {
        server = encrypting(BELIEVED, "localhost", true);
        assertEquals(new Outcome.Taken(), send(believing().setSsl(true)));
    }

    @Test
    void whereEncryptionIsRequiredNothingGoesWithout() {
        server = new ScriptedMailServer();
        Outcome.Unusable why =
                assertInstanceOf(Outcome.Unusable.class, send(believing().setStarttls(StartTLSOptions.REQUIRED)));
        assertTrue(why.why().contains("STARTTLS"), why.why());
        assertTrue(why.step().beforeTheMail());
    }

    @Test
    void whereItIsOptionalItIsUsedWhereThereIsOne() {
        server = new ScriptedMailServer();
        assertEquals(new Outcome.Taken(), send(believing().setStarttls(StartTLSOptions.OPTIONAL)));
    }

    @Test
    void aServerWithAStrangersCertificateOrAnothersNameGetsNothing() {
        for (ScriptedMailServer bad : new ScriptedMailServer[] {
            encrypting(STRANGER, "localhost", false), encrypting(BELIEVED, "other.example", false)
        }) {
            server = bad.answer("EHLO", OFFERS_TLS);
            Outcome outcome = send(believing().setStarttls(StartTLSOptions.REQUIRED));
            Outcome.Unusable why = assertInstanceOf(Outcome.Unusable.class, outcome);
            assertTrue(why.step().beforeTheMail());
            assertEquals(0, server.mails().size());
            server.close();
        }
    }

    @Test
    void aServerThatTakesBackItsOfferIsHeard() {
        server = new ScriptedMailServer().answer("EHLO", OFFERS_TLS).answer("STARTTLS", "454 4.7.0 not now");
        Outcome.Refused refused =
                assertInstanceOf(Outcome.Refused.class, send(believing().setStarttls(StartTLSOptions.OPTIONAL)));
        assertEquals(454, refused.reply().code());
    }

    @Test
    void weSignInWhereWeHaveAnAccount() {
        server = new ScriptedMailServer().answer("EHLO", OFFERS_LOGIN).answer("AUTH", "235 2.7.0 welcome");
        assertEquals(new Outcome.Taken(), send(withAccount()));
        String token = Base64.getEncoder().encodeToString("\0foyer\0secret".getBytes());
        assertTrue(server.commands().contains("AUTH PLAIN " + token), server.commands()::toString);
    }

    @Test
    void aWrongPasswordIsAboutUsAndNotAboutTheMail() {
        server = new ScriptedMailServer().answer("EHLO", OFFERS_LOGIN).answer("AUTH", "535 5.7.8 wrong");
        Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, send(withAccount()));
        assertEquals(535, refused.reply().code());
        assertTrue(refused.step().beforeTheMail());
        assertEquals(0, server.mails().size());
    }

    @Test
    void whereAnAccountIsRequiredNothingGoesWithout() {
        server = new ScriptedMailServer();
        Outcome.Unusable why = assertInstanceOf(Outcome.Unusable.class, send(withAccount()));
        assertTrue(why.why().contains("login is required"), why.why());
    }

    private Outcome send(MailConfig config) {
        try (SmtpOf smtp = new SmtpOf(config, Duration.ofSeconds(20), Duration.ofSeconds(20))) {
            return smtp.send(MAIL);
        }
    }

    private MailConfig believing() {
        return SmtpOf.config(server)
                .setHostname("localhost")
                .setTrustOptions(new PemTrustOptions()
                        .addCertValue(Buffer.buffer(BELIEVED.own().certificatePem())));
    }

    private MailConfig withAccount() {
        return SmtpOf.config(server)
                .setLogin(LoginOption.REQUIRED)
                .setUsername("foyer")
                .setPassword("secret");
    }

    private static ScriptedMailServer encrypting(Authority authority, String name, boolean atOnce) {
        try {
            Issued issued = authority.issue(Instant.now(), Duration.ofDays(1), name);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("own", issued.key(), new char[0], new Certificate[] {issued.certificate()});
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(keys, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new ScriptedMailServer(0, context, atOnce);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

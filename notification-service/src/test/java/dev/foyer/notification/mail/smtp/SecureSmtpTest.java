package dev.foyer.notification.mail.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.testing.ScriptedMailServer;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Encryption and our account at the mail server. */
@Tag("D6")
class SecureSmtpTest {

    private static final FinishedMail MAIL = SmtpOf.mail("amos@contoso.com");
    private static final String OFFERS_LOGIN = "250-scripted.example\r\n250 AUTH PLAIN";

    private ScriptedMailServer server;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void withStartTlsTheMailIsEncrypted() {
        server = TlsServers.encrypting(TlsServers.BELIEVED, "localhost", false).answer("EHLO", TlsServers.OFFERS_TLS);
        assertEquals(new Outcome.Taken(), send(TlsServers.believing(server).setStarttls(StartTLSOptions.REQUIRED)));
        assertTrue(server.commands().contains("STARTTLS"));
    }

    @Test
    void orFromTheBeginning() {
        server = TlsServers.encrypting(TlsServers.BELIEVED, "localhost", true);
        assertEquals(new Outcome.Taken(), send(TlsServers.believing(server).setSsl(true)));
    }

    @Test
    void whereEncryptionIsRequiredNothingGoesWithout() {
        server = new ScriptedMailServer();
        Outcome.Unusable why = assertInstanceOf(
                Outcome.Unusable.class, send(TlsServers.believing(server).setStarttls(StartTLSOptions.REQUIRED)));
        assertTrue(why.why().contains("STARTTLS"), why.why());
        assertTrue(why.step().beforeTheMail());
    }

    @Test
    void whereItIsOptionalItIsUsedWhereThereIsOne() {
        server = new ScriptedMailServer();
        assertEquals(new Outcome.Taken(), send(TlsServers.believing(server).setStarttls(StartTLSOptions.OPTIONAL)));
    }

    @Test
    void aServerWithAStrangersCertificateOrAnothersNameGetsNothing() {
        for (ScriptedMailServer bad : new ScriptedMailServer[] {
            TlsServers.encrypting(TlsServers.STRANGER, "localhost", false),
            TlsServers.encrypting(TlsServers.BELIEVED, "other.example", false)
        }) {
            server = bad.answer("EHLO", TlsServers.OFFERS_TLS);
            Outcome outcome = send(TlsServers.believing(server).setStarttls(StartTLSOptions.REQUIRED));
            Outcome.Unusable why = assertInstanceOf(Outcome.Unusable.class, outcome);
            assertTrue(why.step().beforeTheMail());
            assertEquals(0, server.mails().size());
            server.close();
        }
    }

    @Test
    void aServerThatTakesBackItsOfferIsHeard() {
        server = new ScriptedMailServer().answer("EHLO", TlsServers.OFFERS_TLS).answer("STARTTLS", "454 4.7.0 not now");
        Outcome.Refused refused = assertInstanceOf(
                Outcome.Refused.class, send(TlsServers.believing(server).setStarttls(StartTLSOptions.OPTIONAL)));
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

    private MailConfig withAccount() {
        return SmtpOf.config(server)
                .setLogin(LoginOption.REQUIRED)
                .setUsername("foyer")
                .setPassword("secret");
    }
}

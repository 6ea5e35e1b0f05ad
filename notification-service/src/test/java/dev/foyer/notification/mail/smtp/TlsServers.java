package dev.foyer.notification.mail.smtp;

import dev.foyer.authority.Authority;
import dev.foyer.authority.Issued;
import dev.foyer.testing.ScriptedMailServer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Mail servers of tests with certificates, of which we believe some. */
public final class TlsServers {

    public static final Authority BELIEVED = Authority.create("believed", Instant.now(), Duration.ofDays(1));
    public static final Authority STRANGER = Authority.create("stranger", Instant.now(), Duration.ofDays(1));

    static final String OFFERS_TLS = "250-scripted.example\r\n250 STARTTLS";

    private TlsServers() {}

    /** One that is called as we call it, and offers encryption. */
    public static ScriptedMailServer of(Authority authority, int port) {
        return encrypting(authority, "localhost", false, port).answer("EHLO", OFFERS_TLS);
    }

    /** Nothing goes there without encryption. */
    public static MailConfig required(ScriptedMailServer server) {
        return believing(server).setStarttls(StartTLSOptions.REQUIRED);
    }

    static MailConfig believing(ScriptedMailServer server) {
        return SmtpOf.config(server)
                .setHostname("localhost")
                .setTrustOptions(new PemTrustOptions()
                        .addCertValue(Buffer.buffer(BELIEVED.own().certificatePem())));
    }

    static ScriptedMailServer encrypting(Authority authority, String name, boolean atOnce) {
        return encrypting(authority, name, atOnce, 0);
    }

    private static ScriptedMailServer encrypting(Authority authority, String name, boolean atOnce, int port) {
        try {
            Issued issued = authority.issue(Instant.now(), Duration.ofDays(1), name);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("own", issued.key(), new char[0], new Certificate[] {issued.certificate()});
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(keys, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new ScriptedMailServer(port, context, atOnce);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

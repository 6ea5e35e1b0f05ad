package dev.foyer.notification.mail.smtp;

import dev.foyer.testing.ScriptedMailServer;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The way to a server of a test, with the settings that the service has. */
public final class SmtpOf implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Smtp smtp;

    public SmtpOf(ScriptedMailServer server) {
        this(config(server), Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    public SmtpOf(MailConfig config, Duration patience, Duration forTheAnswer) {
        this.smtp =
                new Smtp(vertx, watched -> MailClient.create(watched, new MailConfig(config)), patience, forTheAnswer);
    }

    public static MailConfig config(ScriptedMailServer server) {
        return new MailConfig()
                .setHostname("127.0.0.1")
                .setPort(server.port())
                .setOwnHostname("host.example")
                .setMaxMailsPerConnection(100)
                .setKeepAliveTimeout(10)
                .setKeepAliveTimeoutUnit(TimeUnit.SECONDS);
    }

    public Outcome send(FinishedMail mail) {
        return send(mail, () -> {});
    }

    public Outcome send(FinishedMail mail, Runnable late) {
        return smtp.send(mail, late);
    }

    public static FinishedMail mail(String to) {
        return mail(to, "1");
    }

    public static FinishedMail mail(String to, String id) {
        return new FinishedMail(
                "foyer@contoso.com",
                to,
                Map.of("From", "foyer@contoso.com", "To", to, "Subject", "News", "Message-ID", "<" + id + ">"),
                "A line\nanother\n");
    }

    @Override
    public void close() {
        smtp.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

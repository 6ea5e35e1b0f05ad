package dev.foyer.notification.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Hands mails to the server, always from the same event loop. The SMTP client connects on its caller's loop but listens
 * on its own: called from a plain thread these are two, and on a busy machine the server's greeting gets lost between
 * them; the mail then hangs until the server gives up. Thread-safe; blocks.
 */
final class Smtp {

    private final ReactiveMailer mailer;
    private final Context loop;
    private final Duration patience;

    /** @param patience how long a server may take for one mail */
    Smtp(ReactiveMailer mailer, Vertx vertx, Duration patience) {
        this.mailer = mailer;
        this.loop = vertx.getOrCreateContext();
        this.patience = patience;
    }

    /**
     * Returns when the server has taken the mail.
     *
     * @throws CompletionException with the reason; for {@link SmtpFailures}
     */
    void send(Mail mail) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        loop.runOnContext(now -> mailer.send(mail).subscribe().with(sent::complete, sent::completeExceptionally));
        sent.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    }
}

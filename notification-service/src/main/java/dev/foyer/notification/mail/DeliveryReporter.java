package dev.foyer.notification.mail;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.Mailbox;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Reads a mailbox from its owner, and reports to the owner what became of a mail. A report is repeated, with the same
 * command id, while the owner recovers: what a server took must become durable, or it is sent twice. Blocks its caller.
 */
final class DeliveryReporter {

    private static final Logger LOG = Logger.getLogger(DeliveryReporter.class);
    private static final Actor SELF = Actor.service("notification-service");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Mailboxes mailboxes;

    DeliveryReporter(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /**
     * The committed state; empty when another instance owns the mailbox now, which then sends its mails.
     *
     * @throws RuntimeException when it cannot be had at the moment
     */
    Optional<Mailbox> read(String mailbox) {
        try {
            return Optional.of(answer(mailboxes.readLocal(mailbox)));
        } catch (Unavailable e) {
            if (e.reason() == Unavailable.Reason.MOVED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** @param what names the report; the same for the same report about the same mail */
    void report(String mailbox, Mail.Outgoing mail, String what, MailCommand command) {
        String id = mail.id() + "." + what;
        CommandMeta meta = new CommandMeta(id, mail.letter().correlationId(), SELF);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                answer(mailboxes.submit(mailbox, command, meta));
                return;
            } catch (Unavailable e) {
                pause();
            }
        }
        LOG.warnf(
                "notificationId=%s: \"%s\" could not be recorded; whoever owns the mailbox now tries the mail again.",
                mail.id(), what);
    }

    private static <T> T answer(CompletionStage<T> stage) {
        try {
            // Without a limit: the kit answers, or says that it cannot. Giving up here could mean sending twice.
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reporting", e);
        }
    }
}

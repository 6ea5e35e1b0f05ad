package dev.foyer.notification.mail;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Position;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand.RevealMail;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Reasons;
import dev.foyer.service.keys.WatchedFile;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * The one look at a held PIN that nobody has seen (A4). That it was revealed is durable before anybody
 * sees it: of a crash in between an administrator has nothing but a new PIN, and of two who ask at once one sees it. The
 * seal is opened before that, in memory, so that a missing key or broker does not cost the one look. Thread-safe; blocks
 * its caller.
 */
@Singleton
public final class Revealer {

    private static final Logger LOG = Logger.getLogger(Revealer.class);

    private final Mailboxes mailboxes;
    private final SealedPinReader sealedPins;
    private final PinOpener opener;
    private final MailCounters counters;

    /** The PIN on its way into the one HTTP answer. Prints nothing of it. */
    public record ShownPin(String pin) {
        @Override
        public String toString() {
            return "ShownPin[]";
        }
    }

    /** The PIN cannot be shown, now or ever; the message is one of {@link Reasons}. */
    public static final class PinIsLost extends RuntimeException {
        PinIsLost(String reason) {
            super(reason, null, false, false);
        }
    }

    @Inject
    Revealer(Mailboxes mailboxes, SealedPinReader sealedPins, WatchedFile<DeliveryKeys> keys, MeterRegistry registry) {
        this.mailboxes = mailboxes;
        this.sealedPins = sealedPins;
        this.opener = new PinOpener(keys);
        this.counters = new MailCounters(registry);
    }

    /**
     * Shows the PIN, or says why not. A repeated command is refused like a second one: its first answer is not kept.
     *
     * @throws PinIsLost when there is nothing to show any more
     * @throws Unavailable when that cannot be answered now; the PIN may still be revealed then
     */
    public Reply<MailRefusal, ShownPin> reveal(String mailbox, UUID id, CommandMeta meta) {
        Optional<Mail> mail = answer(mailboxes.read(mailbox)).find(id);
        Pin pin = mail.orElse(null) instanceof Mail.Held held && held.revealedAt() == null ? open(held) : null;
        return switch (answer(mailboxes.submit(mailbox, new RevealMail(id), meta))) {
            case Reply.Refused<MailRefusal, MailAnswer>(MailRefusal reason) -> new Reply.Refused<>(reason);
            case Reply.Done<MailRefusal, MailAnswer>(MailAnswer _, List<Position> positions, boolean repeated) ->
                repeated || pin == null
                        ? new Reply.Refused<>(new MailRefusal.AlreadyRevealed())
                        : new Reply.Done<>(new ShownPin(pin.digits()), positions, false);
        };
    }

    /** Whatever goes wrong here, only its type may be logged: what breaks while a seal is opened may quote it. */
    private Pin open(Mail.Held held) {
        String sealed = fetch(held);
        try {
            return opener.open(sealed, held.letter());
        } catch (PinOpener.KeyIsMissing e) {
            throw new Unavailable(
                    Unavailable.Reason.RECOVERING, "The PIN is sealed to a key that this instance has not got yet.");
        } catch (PinOpener.SealedForAnother e) {
            LOG.errorf("notificationId=%s: not revealed. %s", held.id(), e.getMessage());
            counters.sealForAnother();
            throw new PinIsLost(Reasons.PIN_SEALED_FOR_ANOTHER);
        } catch (RuntimeException e) {
            LOG.errorf(
                    "notificationId=%s: not revealed, %s",
                    held.id(), e.getClass().getSimpleName());
            throw new PinIsLost(Reasons.PIN_CANNOT_BE_OPENED);
        }
    }

    private String fetch(Mail.Held held) {
        try {
            return sealedPins.read(held.letter().sealedPin(), held.id());
        } catch (SealedPinReader.PinIsGone e) {
            throw new PinIsLost(Reasons.PIN_IS_GONE);
        } catch (IOException | KafkaException e) {
            throw new Unavailable(Unavailable.Reason.RECOVERING, "The broker does not give the sealed PIN.");
        }
    }

    private static <T> T answer(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}

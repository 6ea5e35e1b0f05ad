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
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The one look at a held PIN that nobody has seen (A4). That it was revealed is durable before anybody
 * sees it: of a crash in between an administrator has nothing but a new PIN, and of two who ask at once one sees it. The
 * seal is opened before that, in memory, so that a missing key or broker does not cost the one look. Thread-safe; blocks
 * its caller.
 */
@Singleton
public final class Revealer {

    private final Mailboxes mailboxes;
    private final MailPins pins;

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
    Revealer(Mailboxes mailboxes, MailPins pins) {
        this.mailboxes = mailboxes;
        this.pins = pins;
    }

    /**
     * Shows the PIN, or says why not. A repeated command is refused like a second one: its first answer is not kept.
     *
     * @throws PinIsLost when there is nothing to show any more
     * @throws Unavailable when that cannot be answered now; the PIN may still be revealed then
     */
    public Reply<MailRefusal, ShownPin> reveal(String mailbox, UUID id, CommandMeta meta) {
        Optional<Mail> mail = Answered.of(mailboxes.read(mailbox)).find(id);
        Pin pin = mail.orElse(null) instanceof Mail.Held held && held.revealedAt() == null ? pins.open(held) : null;
        return switch (Answered.of(mailboxes.submit(mailbox, new RevealMail(id), meta))) {
            case Reply.Refused<MailRefusal, MailAnswer>(MailRefusal reason) -> new Reply.Refused<>(reason);
            case Reply.Done<MailRefusal, MailAnswer>(MailAnswer _, List<Position> positions, boolean repeated) ->
                repeated || pin == null
                        ? new Reply.Refused<>(new MailRefusal.AlreadyRevealed())
                        : new Reply.Done<>(new ShownPin(pin.digits()), positions, false);
        };
    }
}

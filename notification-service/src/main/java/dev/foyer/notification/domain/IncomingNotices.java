package dev.foyer.notification.domain;

import dev.foyer.notification.domain.MailCommand.NoticeMail;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfLock;
import dev.foyer.notification.domain.MailEvent.DialInChanged;
import dev.foyer.notification.domain.MailEvent.MailHeld;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailSuperseded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What news without a PIN mean for a mailbox (M2, M4, M5, L1, A1); they come in the order of the user's sequence with the PINs. */
final class IncomingNotices {

    private IncomingNotices() {}

    /** Whether a mail is made of them or not (D1), what waits must not say the opposite of them. */
    static List<MailEvent> take(Mailbox mailbox, NoticeMail command, MailContext context) {
        Letter letter = command.letter();
        if (mailbox.find(letter.id()).isPresent() || IncomingDeliveries.forgotten(mailbox, letter, context)) {
            return List.of(); // the same news again
        }
        List<MailEvent> events = new ArrayList<>(IncomingDeliveries.supersedeOlder(mailbox, letter, context));
        if (letter.kind() == Kind.INFORMATION_CHANGED && someSayOtherwise(mailbox, letter)) {
            events.add(new DialInChanged(letter.dialIn(), letter.createdAt(), letter.sequence(), context.now()));
        }
        if (letter.kind().needsSwitch() && context.switchedOff().contains(letter.kind())) {
            return events;
        }
        events.add(sendOrHold(letter, command.toAddress(), context));
        Staleness.of(mailbox, letter)
                .ifPresent(reason -> events.add(new MailSuperseded(letter.id(), reason, context.now())));
        return events;
    }

    /** Mails that tell of a lock from before then. */
    static List<MailEvent> unlock(Mailbox mailbox, SupersedeMailsOfLock command, MailContext context) {
        return mailbox.aliveUntil(command.unlocked()).stream()
                .filter(mail -> mail.letter().kind() == Kind.PIN_LOCKED && !mail.expired(context.now()))
                .map(mail -> (MailEvent) new MailSuperseded(mail.id(), SupersedeReason.PIN_UNLOCKED, context.now()))
                .toList();
    }

    private static boolean someSayOtherwise(Mailbox mailbox, Letter news) {
        return mailbox.ofWhoeverIsThereAt(news.made()).stream()
                .anyMatch(mail -> !mail.letter().with(news.dialIn()).equals(mail.letter()));
    }

    private static MailEvent sendOrHold(Letter letter, String toAddress, MailContext context) {
        Instant expiresAt = letter.expiresAt(context.holdTime());
        String to = toAddress != null ? toAddress : letter.recipient().address();
        if (to == null) {
            return new MailHeld(letter, HoldReason.NO_ADDRESS, expiresAt, context.now());
        }
        return context.mayHaveLeftBefore(letter)
                ? new MailHeld(letter, HoldReason.RESTORED, expiresAt, context.now())
                : new MailQueued(letter, to, expiresAt, context.now());
    }
}

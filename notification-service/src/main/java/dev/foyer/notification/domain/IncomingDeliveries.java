package dev.foyer.notification.domain;

import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfDisabledUser;
import dev.foyer.notification.domain.MailEvent.MailHeld;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailSuperseded;
import dev.foyer.notification.domain.MailEvent.UserDisablingNoted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an event of pin-service means for a mailbox. Deliveries and disablings come from two topics, in no order between
 * them; what decides is therefore pin-service's own sequence of that user, not when an event reached us, and no clock: the one
 * of pin-service may have been ahead when the last PIN was made.
 */
final class IncomingDeliveries {

    private IncomingDeliveries() {}

    static List<MailEvent> take(Mailbox mailbox, QueueMail command, MailContext context) {
        Letter letter = command.letter();
        if (mailbox.find(letter.id()).isPresent() || forgotten(mailbox, letter, context)) {
            return List.of(); // the same delivery again
        }
        List<MailEvent> events = new ArrayList<>(supersedeOlder(mailbox, letter, context));
        events.add(sendOrHold(letter, command.options(), context));
        Staleness.of(mailbox, letter)
                .ifPresent(reason -> events.add(new MailSuperseded(letter.id(), reason, context.now())));
        return events;
    }

    static List<MailEvent> disable(Mailbox mailbox, SupersedeMailsOfDisabledUser command, MailContext context) {
        UserMoment disabled = command.disabled();
        if (mailbox.disabledSince(disabled)) {
            return List.of();
        }
        List<MailEvent> events = new ArrayList<>();
        events.add(new UserDisablingNoted(disabled.at(), disabled.sequence(), context.now()));
        mailbox.aliveUntil(disabled).stream()
                // The one mail that says so goes.
                .filter(mail ->
                        mail.letter().kind() != Kind.TURNED_OFF && (mail.open() || !mail.expired(context.now())))
                .forEach(mail ->
                        events.add(new MailSuperseded(mail.id(), SupersedeReason.USER_DISABLED, context.now())));
        return events;
    }

    /**
     * Too old to be sent, and replaced: whether we knew it once or not, it has no life left. The newest mail is never
     * forgotten, so this cannot be a delivery that matters.
     */
    static boolean forgotten(Mailbox mailbox, Letter letter, MailContext context) {
        return !context.now().isBefore(letter.expiresAt(context.holdTime())) && mailbox.hasNewerThan(letter.made());
    }

    /** The explicit choice wins over the tenant's switch (D1); a mail that may go needs somewhere to go (D2). */
    private static MailEvent sendOrHold(Letter letter, MailOptions options, MailContext context) {
        Instant expiresAt = letter.createdAt().plus(context.holdTime());
        boolean asked = Boolean.TRUE.equals(options.sendEmail());
        if (Boolean.FALSE.equals(options.sendEmail())) {
            return new MailHeld(letter, HoldReason.NOT_REQUESTED, expiresAt, context.now());
        }
        if (!asked && !options.automatic()) {
            return new MailHeld(letter, HoldReason.AUTOMATIC_MAIL_OFF, expiresAt, context.now());
        }
        String to = asked && options.toAddress() != null
                ? options.toAddress()
                : letter.recipient().address();
        if (to == null) {
            return new MailHeld(letter, HoldReason.NO_ADDRESS, expiresAt, context.now());
        }
        return context.mayHaveLeftBefore(letter)
                ? new MailHeld(letter, HoldReason.RESTORED, expiresAt, context.now())
                : new MailQueued(letter, to, expiresAt, context.now());
    }

    /** What waits, or may be tried again, and says what this one makes untrue. */
    static List<MailEvent> supersedeOlder(Mailbox mailbox, Letter letter, MailContext context) {
        return mailbox.ofWhoeverIsThereAt(letter.made()).stream()
                .filter(mail -> mail.open() || !mail.expired(context.now()))
                .flatMap(mail -> Staleness.reason(letter, mail.letter()).stream()
                        .map(reason -> (MailEvent) new MailSuperseded(mail.id(), reason, context.now())))
                .toList();
    }
}

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
import java.util.Optional;

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
        List<MailEvent> events = new ArrayList<>(supersede(mailbox, letter.made(), SupersedeReason.NEWER_PIN, context));
        events.add(sendOrHold(letter, command.options(), context));
        staleOnArrival(mailbox, letter.made())
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
        events.addAll(supersede(mailbox, disabled, SupersedeReason.USER_DISABLED, context));
        return events;
    }

    /**
     * Too old to be sent, and replaced: whether we knew it once or not, it has no life left. The newest mail is never
     * forgotten, so this cannot be a delivery that matters.
     */
    private static boolean forgotten(Mailbox mailbox, Letter letter, MailContext context) {
        return !context.now().isBefore(letter.createdAt().plus(context.holdTime()))
                && mailbox.hasNewerThan(letter.made());
    }

    /**
     * The explicit choice wins over the tenant's switch (D1); a mail that may go needs somewhere to go (D2). Until there
     * are links (D7), nothing goes for a tenant that wants no PIN in a mail.
     */
    private static MailEvent sendOrHold(Letter letter, MailOptions options, MailContext context) {
        Instant expiresAt = letter.createdAt().plus(context.holdTime());
        boolean asked = Boolean.TRUE.equals(options.sendEmail());
        if (Boolean.FALSE.equals(options.sendEmail())) {
            return new MailHeld(letter, HoldReason.NOT_REQUESTED, expiresAt, context.now());
        }
        if (!asked && !options.automatic()) {
            return new MailHeld(letter, HoldReason.AUTOMATIC_MAIL_OFF, expiresAt, context.now());
        }
        if (context.pinByLinkOnly()) {
            return new MailHeld(letter, HoldReason.VIEW_ONCE_LINK_NOT_AVAILABLE, expiresAt, context.now());
        }
        String to = asked && options.toAddress() != null
                ? options.toAddress()
                : letter.recipient().address();
        return to == null
                ? new MailHeld(letter, HoldReason.NO_ADDRESS, expiresAt, context.now())
                : new MailQueued(letter, to, expiresAt, context.now());
    }

    private static Optional<SupersedeReason> staleOnArrival(Mailbox mailbox, UserMoment made) {
        if (mailbox.disabledSince(made)) {
            return Optional.of(SupersedeReason.USER_DISABLED);
        }
        return mailbox.hasNewerThan(made) ? Optional.of(SupersedeReason.NEWER_PIN) : Optional.empty();
    }

    private static List<MailEvent> supersede(
            Mailbox mailbox, UserMoment until, SupersedeReason reason, MailContext context) {
        return mailbox.openUntil(until).stream()
                .map(mail -> (MailEvent) new MailSuperseded(mail.id(), reason, context.now()))
                .toList();
    }
}

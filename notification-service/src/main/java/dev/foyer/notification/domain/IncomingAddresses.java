package dev.foyer.notification.domain;

import dev.foyer.notification.domain.MailCommand.NoteDeparture;
import dev.foyer.notification.domain.MailCommand.ReaddressMails;
import dev.foyer.notification.domain.MailEvent.MailReaddressed;
import dev.foyer.notification.domain.MailEvent.UserDepartureNoted;
import java.util.List;
import java.util.Objects;

/**
 * What becomes of mails that wait when their user's address changes, or when the user is removed. These news come in the order of the
 * user's sequence with the mails, so all that they are about is known when they come, and what comes later knows better.
 */
final class IncomingAddresses {

    private IncomingAddresses() {}

    /** A mail goes to the address that is right when it is sent, unless an administrator chose one for it (D2). */
    static List<MailEvent> change(Mailbox mailbox, ReaddressMails command, MailContext context) {
        UserMoment changed = command.changed();
        if (mailbox.readdressedSince(changed)) {
            return List.of(); // the same news again, or older ones
        }
        return mailbox.ofWhoeverIsThereAt(changed).stream()
                .filter(mail -> !mail.goesWhereChosen())
                .filter(mail -> !Objects.equals(mail.letter().recipient().address(), command.address()))
                .map(mail -> (MailEvent) new MailReaddressed(
                        mail.id(), command.address(), changed.at(), changed.sequence(), context.now()))
                .toList();
    }

    /** Who comes under the id of somebody who was removed is another person: what still waits is not theirs (G6). */
    static List<MailEvent> leave(Mailbox mailbox, NoteDeparture command, MailContext context) {
        UserMoment left = command.left();
        return mailbox.leftSince(left) || mailbox.aliveUntil(left).isEmpty()
                ? List.of()
                : List.of(new UserDepartureNoted(left.at(), left.sequence(), context.now()));
    }
}

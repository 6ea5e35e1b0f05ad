package dev.foyer.notification.mail;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.notification.domain.Mail;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The attempts that this process has asked to have recorded as begun, and has not made yet. Whatever else the journal calls begun may
 * have reached a server: by us before we were killed, or by another instance. One at most for each mailbox. Thread-safe.
 */
final class Begun {

    private static final Actor SELF = Actor.service("notification-service");

    private final Map<String, Try> byMailbox = new ConcurrentHashMap<>();

    /** @param number how many attempts there are with it */
    private record Try(UUID mail, int number) {}

    /** It is about to be asked for. Gives the command's identity, the same however often it is asked. */
    CommandMeta asked(String mailbox, Mail.Outgoing mail) {
        byMailbox.put(mailbox, new Try(mail.id(), mail.attempts() + 1));
        // The question before it was released may have been answered by holding it (after a restore): this is another
        // one.
        String released = mail.released() ? ".released" : "";
        String id = mail.id() + ".begin-" + (mail.attempts() + 1) + Report.sinceRetry(mail) + released;
        return new CommandMeta(id, mail.letter().correlationId(), SELF);
    }

    /** Whether what is under way has not been given to anybody yet, because it was only begun here. */
    boolean isOurs(String mailbox, Mail.Outgoing underWay) {
        return new Try(underWay.id(), underWay.attempts()).equals(byMailbox.get(mailbox));
    }

    /** It is made now, or never: from here on only an outcome says what became of it. */
    void made(String mailbox) {
        byMailbox.remove(mailbox);
    }
}

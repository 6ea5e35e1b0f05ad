package dev.foyer.notification.mail;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.LinkToken;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Links;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.link.LinkCommand.MakeLink;
import java.net.URI;
import java.security.SecureRandom;

/**
 * Makes the links of mails (D7), a new one for each attempt: nothing that opens a link is kept for the next one, and of two copies
 * of a mail either shows its one PIN. Thread-safe; blocks its caller.
 */
final class MailLinks {

    private static final Actor SELF = Actor.service("notification-service");

    private final Links links;
    private final URI gateway;
    private final SecureRandom random = new SecureRandom();

    /** @param gateway where people find it, without a path */
    MailLinks(Links links, URI gateway) {
        this.links = links;
        this.gateway = gateway;
    }

    /**
     * One that is known before its mail leaves.
     *
     * @throws dev.foyer.base.Unavailable when that cannot be recorded now
     */
    MailLink make(Mail.Outgoing mail) {
        LinkToken token = LinkToken.fresh(random);
        String mailbox = mail.letter().recipient().tenant() + "/"
                + mail.letter().recipient().userId();
        MakeLink command = new MakeLink(mailbox, mail.id(), mail.expiresAt());
        CommandMeta meta = new CommandMeta("link." + token.hash(), mail.letter().correlationId(), SELF);
        if (Answered.of(links.submit(token.hash(), command, meta)) instanceof Reply.Refused<?, ?>) {
            throw new IllegalStateException("A token came twice");
        }
        return new MailLink(gateway.resolve("/pin/" + token.text()).toString());
    }

    /** Stands where a link would, in a mail that nobody gets: it leads to nothing. */
    MailLink hidden() {
        return new MailLink(gateway.resolve("/pin/").toString() + Pin.HIDDEN);
    }
}

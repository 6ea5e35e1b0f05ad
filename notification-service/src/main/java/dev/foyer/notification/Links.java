package dev.foyer.notification;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.link.Link;
import dev.foyer.notification.domain.link.LinkCommand;
import dev.foyer.notification.domain.link.LinkRefusal;
import java.util.concurrent.CompletionStage;

/**
 * View-once links by the hash of their token. Thread-safe; all stages fail with {@link dev.foyer.base.Unavailable} when there
 * is no answer now.
 */
public interface Links {

    /** Answers when what was decided is durable. */
    CompletionStage<Reply<LinkRefusal, MailAnswer>> submit(String hash, LinkCommand command, CommandMeta meta);

    /** The committed state, whichever instance owns it. */
    CompletionStage<Link> read(String hash);
}

package dev.foyer.notification;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import java.util.concurrent.CompletionStage;

/**
 * The mailboxes, for REST, for others' events and for the worker. A mailbox is named
 * {@code tenant/userId}. Thread-safe; all stages fail with {@link dev.foyer.base.Unavailable} when there is no
 * answer now.
 */
public interface Mailboxes {

    /** Answers when what was decided is durable. */
    CompletionStage<Reply<MailRefusal, MailAnswer>> submit(String mailbox, MailCommand command, CommandMeta meta);

    /**
     * The same by this instance alone; fails as moved when another owns the mailbox. For what only the owner may do, such as to begin
     * to send.
     */
    CompletionStage<Reply<MailRefusal, MailAnswer>> submitLocal(String mailbox, MailCommand command, CommandMeta meta);

    /** The committed state of a mailbox, whichever instance owns it. */
    CompletionStage<Mailbox> read(String mailbox);

    /** The committed state of a mailbox that this instance owns; fails as moved for any other: its owner sends its mails. */
    CompletionStage<Mailbox> readLocal(String mailbox);
}

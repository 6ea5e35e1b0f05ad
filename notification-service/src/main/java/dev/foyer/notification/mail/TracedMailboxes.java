package dev.foyer.notification.mail;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import java.util.concurrent.CompletionStage;

/** What became of a mail is recorded as a part of its trace, so that its events have it too. */
record TracedMailboxes(Mailboxes mailboxes, MailTraces traces) implements Mailboxes {

    @Override
    public CompletionStage<Reply<MailRefusal, MailAnswer>> submit(
            String mailbox, MailCommand command, CommandMeta meta) {
        return mailboxes.submit(mailbox, command, traces.on(meta));
    }

    @Override
    public CompletionStage<Reply<MailRefusal, MailAnswer>> submitLocal(
            String mailbox, MailCommand command, CommandMeta meta) {
        return mailboxes.submitLocal(mailbox, command, traces.on(meta));
    }

    @Override
    public CompletionStage<Mailbox> read(String mailbox) {
        return mailboxes.read(mailbox);
    }

    @Override
    public CompletionStage<Mailbox> readLocal(String mailbox) {
        return mailboxes.readLocal(mailbox);
    }
}

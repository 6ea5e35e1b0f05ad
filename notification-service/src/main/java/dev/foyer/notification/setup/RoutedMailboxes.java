package dev.foyer.notification.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.mail.MailTraces;
import dev.foyer.service.eventsourced.LocalAggregates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** The mailboxes of this service, whichever instance owns them. */
@ApplicationScoped
class RoutedMailboxes implements Mailboxes {

    @Inject
    Commands routed;

    @Inject
    @LocalAggregates
    Commands local;

    @Inject
    NotificationAggregates aggregates;

    @Inject
    MailTraces traces;

    @Override
    public CompletionStage<Reply<MailRefusal, MailAnswer>> submit(
            String mailbox, MailCommand command, CommandMeta meta) {
        traces.came(meta);
        return routed.submit(aggregates.mailboxes(), mailbox, command, meta);
    }

    @Override
    public CompletionStage<Reply<MailRefusal, MailAnswer>> submitLocal(
            String mailbox, MailCommand command, CommandMeta meta) {
        return local.submit(aggregates.mailboxes(), mailbox, command, meta);
    }

    @Override
    public CompletionStage<Mailbox> read(String mailbox) {
        return routed.read(aggregates.mailboxes(), mailbox);
    }

    @Override
    public CompletionStage<Mailbox> readLocal(String mailbox) {
        return local.read(aggregates.mailboxes(), mailbox);
    }
}

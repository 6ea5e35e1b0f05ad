package dev.foyer.notification.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Links;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.link.Link;
import dev.foyer.notification.domain.link.LinkCommand;
import dev.foyer.notification.domain.link.LinkRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** The links of this service, whichever instance owns them. */
@ApplicationScoped
class RoutedLinks implements Links {

    @Inject
    Commands routed;

    @Inject
    NotificationAggregates aggregates;

    @Override
    public CompletionStage<Reply<LinkRefusal, MailAnswer>> submit(String hash, LinkCommand command, CommandMeta meta) {
        return routed.submit(aggregates.links(), hash, command, meta);
    }

    @Override
    public CompletionStage<Link> read(String hash) {
        return routed.read(aggregates.links(), hash);
    }
}

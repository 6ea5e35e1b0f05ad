package dev.foyer.pin.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.UserNames;
import dev.foyer.pin.domain.username.NameAnswer;
import dev.foyer.pin.domain.username.NameCommand;
import dev.foyer.pin.domain.username.NameRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** User names at their owners, by the kit's commands. */
@ApplicationScoped
public class RoutedUserNames implements UserNames {

    private final Commands commands;
    private final PinAggregates aggregates;

    @Inject
    RoutedUserNames(Commands commands, PinAggregates aggregates) {
        this.commands = commands;
        this.aggregates = aggregates;
    }

    @Override
    public CompletionStage<Reply<NameRefusal, NameAnswer>> submit(
            String tenant, String name, NameCommand command, CommandMeta meta) {
        return commands.submit(aggregates.userNames(), tenant + "/" + name, command, meta);
    }
}

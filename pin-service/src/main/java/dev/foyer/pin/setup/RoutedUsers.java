package dev.foyer.pin.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Users at their owners, by the kit's commands. */
@ApplicationScoped
public class RoutedUsers implements Users {

    private final Commands commands;
    private final PinAggregates aggregates;

    @Inject
    RoutedUsers(Commands commands, PinAggregates aggregates) {
        this.commands = commands;
        this.aggregates = aggregates;
    }

    @Override
    public CompletionStage<Reply<UserRefusal, UserAnswer>> submit(UserKey user, UserCommand command, CommandMeta meta) {
        return commands.submit(aggregates.users(), user.toString(), command, meta);
    }
}

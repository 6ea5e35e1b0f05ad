package dev.foyer.pin.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.SignInSources;
import dev.foyer.pin.domain.signin.SourceAnswer;
import dev.foyer.pin.domain.signin.SourceCommand;
import dev.foyer.pin.domain.signin.SourceRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Addresses at their owners, by the kit's commands. */
@ApplicationScoped
public class RoutedSignInSources implements SignInSources {

    private final Commands commands;
    private final PinAggregates aggregates;

    @Inject
    RoutedSignInSources(Commands commands, PinAggregates aggregates) {
        this.commands = commands;
        this.aggregates = aggregates;
    }

    @Override
    public CompletionStage<Reply<SourceRefusal, SourceAnswer>> submit(
            String address, SourceCommand command, CommandMeta meta) {
        return commands.submit(aggregates.signInSources(), address, command, meta);
    }
}

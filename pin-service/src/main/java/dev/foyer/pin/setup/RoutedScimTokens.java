package dev.foyer.pin.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.ScimTokenCommands;
import dev.foyer.pin.domain.scimtoken.ScimTokenAnswer;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand;
import dev.foyer.pin.domain.scimtoken.ScimTokenRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Tokens at their owners, by the kit's commands. */
@ApplicationScoped
public class RoutedScimTokens implements ScimTokenCommands {

    private final Commands commands;
    private final PinAggregates aggregates;

    @Inject
    RoutedScimTokens(Commands commands, PinAggregates aggregates) {
        this.commands = commands;
        this.aggregates = aggregates;
    }

    @Override
    public CompletionStage<Reply<ScimTokenRefusal, ScimTokenAnswer>> submit(
            String tenant, ScimTokenCommand command, CommandMeta meta) {
        return commands.submit(aggregates.scimTokens(), tenant, command, meta);
    }
}

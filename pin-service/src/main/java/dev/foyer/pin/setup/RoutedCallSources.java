package dev.foyer.pin.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.CallSources;
import dev.foyer.pin.contract.CallSourceKey;
import dev.foyer.pin.domain.scan.CallSourceAnswer;
import dev.foyer.pin.domain.scan.CallSourceCommand;
import dev.foyer.pin.domain.scan.CallSourceRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Sources of calls at their owners, by the kit's commands. */
@ApplicationScoped
public class RoutedCallSources implements CallSources {

    private final Commands commands;
    private final PinAggregates aggregates;

    @Inject
    RoutedCallSources(Commands commands, PinAggregates aggregates) {
        this.commands = commands;
        this.aggregates = aggregates;
    }

    @Override
    public CompletionStage<Reply<CallSourceRefusal, CallSourceAnswer>> submit(
            CallSourceKey source, CallSourceCommand command, CommandMeta meta) {
        return commands.submit(aggregates.callSources(), source.toString(), command, meta);
    }
}

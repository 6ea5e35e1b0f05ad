package dev.foyer.pin.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Accounts;
import dev.foyer.pin.contract.AccountKey;
import dev.foyer.pin.domain.signin.AccountAnswer;
import dev.foyer.pin.domain.signin.AccountCommand;
import dev.foyer.pin.domain.signin.AccountRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Accounts at their owners, by the kit's commands. */
@ApplicationScoped
public class RoutedAccounts implements Accounts {

    private final Commands commands;
    private final PinAggregates aggregates;

    @Inject
    RoutedAccounts(Commands commands, PinAggregates aggregates) {
        this.commands = commands;
        this.aggregates = aggregates;
    }

    @Override
    public CompletionStage<Reply<AccountRefusal, AccountAnswer>> submit(
            AccountKey account, AccountCommand command, CommandMeta meta) {
        return commands.submit(aggregates.accounts(), account.toString(), command, meta);
    }
}

package dev.foyer.proof.domain;

import dev.foyer.base.Json;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.eventsourcing.JsonFormat;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.eventsourcing.Timers;
import dev.foyer.eventsourcing.WireFormat;
import dev.foyer.eventsourcing.WireFormats;
import dev.foyer.proof.domain.AccountAnswer.Booked;
import dev.foyer.proof.domain.AccountCommand.Deposit;
import dev.foyer.proof.domain.AccountCommand.Withdraw;
import dev.foyer.proof.domain.AccountEvent.Deposited;
import dev.foyer.proof.domain.AccountEvent.Withdrawn;
import dev.foyer.proof.domain.AccountRefusal.BalanceTooSmall;
import java.time.Instant;
import java.util.Map;

/** The rules of accounts. */
public final class Accounts
        implements Decider<Account, AccountCommand, AccountEvent, AccountRefusal, AccountAnswer, Instant> {

    /** For the runtime: nothing public, no timers, JSON everywhere. */
    public static final AggregateType<Account, AccountCommand, AccountEvent, AccountRefusal, AccountAnswer, Instant>
            TYPE = new AggregateType<>(
                    "account",
                    new Accounts(),
                    JsonFormat.of(
                            AccountEvent.class,
                            Json.mapper().build(),
                            Map.of("Deposited", Deposited.class, "Withdrawn", Withdrawn.class)),
                    JsonFormat.of(AccountAnswer.class, Json.mapper().build(), Map.of("Booked", Booked.class)),
                    (id, meta, now) -> now,
                    Publisher.nothing(),
                    CommitListener.none(),
                    Timers.none(),
                    WireFormats.of(
                            WireFormat.mapper().build(),
                            Account.class,
                            AccountCommand.class,
                            AccountRefusal.class,
                            AccountAnswer.class));

    @Override
    public Account initial() {
        return Account.EMPTY;
    }

    @Override
    public Decision<AccountEvent, AccountRefusal, AccountAnswer> decide(
            Account account, AccountCommand command, Instant now) {
        return switch (command) {
            case Deposit(long amount, String note) -> book(account, amount, new Deposited(amount, note));
            case Withdraw(long amount, String note) ->
                amount > account.balance()
                        ? Decision.refuse(new BalanceTooSmall(account.balance()))
                        : book(account, -amount, new Withdrawn(amount, note));
        };
    }

    private static Decision<AccountEvent, AccountRefusal, AccountAnswer> book(
            Account account, long change, AccountEvent event) {
        return Decision.accept(new Booked(account.entries() + 1, account.balance() + change), event);
    }

    @Override
    public Account evolve(Account account, AccountEvent event) {
        long change = switch (event) {
            case Deposited(long amount, String note) -> amount;
            case Withdrawn(long amount, String note) -> -amount;
        };
        if (account.balance() + change < 0) {
            throw new ImpossibleEvent(account, event);
        }
        return account.plus(change);
    }
}

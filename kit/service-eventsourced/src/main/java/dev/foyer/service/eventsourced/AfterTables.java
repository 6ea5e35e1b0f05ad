package dev.foyer.service.eventsourced;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** Lets nothing be decided before the tables are read, or while one is not: a decision on other settings would be a wrong one. */
record AfterTables(Commands commands, BooleanSupplier tablesAreRead) implements Commands {

    @Override
    public <S, C, E, R, A, X> CompletionStage<Reply<R, A>> submit(
            AggregateType<S, C, E, R, A, X> type, String aggregateId, C command, CommandMeta meta) {
        return tablesAreRead.getAsBoolean() ? commands.submit(type, aggregateId, command, meta) : notYet();
    }

    @Override
    public <S> CompletionStage<S> read(AggregateType<S, ?, ?, ?, ?, ?> type, String aggregateId) {
        return tablesAreRead.getAsBoolean() ? commands.read(type, aggregateId) : notYet();
    }

    private static <T> CompletionStage<T> notYet() {
        return CompletableFuture.failedStage(
                new Unavailable(Unavailable.Reason.RECOVERING, "The settings cannot be told yet; try again."));
    }
}

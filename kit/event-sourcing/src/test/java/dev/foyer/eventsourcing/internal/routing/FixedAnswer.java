package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An instance that always says the same: for what a real one says too seldom to wait for. */
record FixedAnswer(CompletableFuture<?> always) implements Commands {

    static FixedAnswer notNow(Unavailable.Reason reason) {
        return new FixedAnswer(CompletableFuture.failedFuture(new Unavailable(reason, "Because the test says so.")));
    }

    static FixedAnswer never() {
        return new FixedAnswer(new CompletableFuture<>());
    }

    @Override
    @SuppressWarnings("unchecked") // the test says what fits
    public <S, C, E, R, A, X> CompletionStage<Reply<R, A>> submit(
            AggregateType<S, C, E, R, A, X> type, String aggregateId, C command, CommandMeta meta) {
        return (CompletionStage<Reply<R, A>>) always;
    }

    @Override
    @SuppressWarnings("unchecked") // the test says what fits
    public <S> CompletionStage<S> read(AggregateType<S, ?, ?, ?, ?, ?> type, String aggregateId) {
        return (CompletionStage<S>) always;
    }
}

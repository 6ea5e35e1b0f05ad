package dev.foyer.eventsourcing;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import java.util.concurrent.CompletionStage;

/**
 * The entry point to aggregates: to those that this instance owns, or through {@code RoutedCommands} to all of the
 * service. Thread-safe.
 */
public interface Commands {

    /**
     * Decides a command and answers when its events are durable. The stage fails with {@link Unavailable} when it cannot
     * be decided now (another instance owns the partition, it is being recovered, the queue is full); nothing is known
     * to have happened then, and the same command id may safely be sent again.
     */
    <S, C, E, R, A, X> CompletionStage<Reply<R, A>> submit(
            AggregateType<S, C, E, R, A, X> type, String aggregateId, C command, CommandMeta meta);

    /** The committed state of an aggregate; fails as {@link #submit} does. */
    <S> CompletionStage<S> read(AggregateType<S, ?, ?, ?, ?, ?> type, String aggregateId);
}

package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Position;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.StateEntry.Aggregate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One request that waits for its partition's owner. Confined to the owner's thread once it is taken from the queue. */
sealed interface PendingRequest {

    /** The aggregate's key in the journal. */
    String key();

    /** When it was offered, by {@link System#nanoTime}. */
    long since();

    /** Answers that this instance cannot say now. */
    void fail(Throwable why);

    /** A look at committed state. */
    record Read<S>(AggregateType<S, ?, ?, ?, ?, ?> type, String key, long since, CompletableFuture<S> reply)
            implements PendingRequest {
        Read(AggregateType<S, ?, ?, ?, ?, ?> type, String key) {
            this(type, key, System.nanoTime(), new CompletableFuture<>());
        }

        @Override
        public void fail(Throwable why) {
            reply.completeExceptionally(why);
        }

        void answer(Aggregate<?> aggregate) {
            @SuppressWarnings("unchecked") // the key's prefix is the type
            S state = aggregate == null ? type.decider().initial() : (S) aggregate.state();
            reply.complete(state);
        }
    }

    /** A command, and after it was decided what to answer once that is durable. */
    final class Write<S, C, E, R, A, X> implements PendingRequest {
        final AggregateType<S, C, E, R, A, X> type;
        final String aggregateId;
        final C command;
        final CommandMeta meta;
        final CompletableFuture<Reply<R, A>> reply;
        private final String key;
        private final long since = System.nanoTime();
        /** The accepted answer with its secrets; kept through a recovery because no log has them. */
        private A undelivered;

        Write(AggregateType<S, C, E, R, A, X> type, String aggregateId, C command, CommandMeta meta) {
            this.type = type;
            this.aggregateId = aggregateId;
            this.command = command;
            this.meta = meta;
            this.reply = new CompletableFuture<>();
            this.key = type.key(aggregateId);
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public long since() {
            return since;
        }

        @Override
        public void fail(Throwable why) {
            reply.completeExceptionally(why);
        }

        /** Remembers the full answer until the commit is known to have happened. */
        void decided(Decision.Accepted<E, R, A> accepted) {
            undelivered = accepted.answer();
        }

        void done(List<Position> positions) {
            reply.complete(new Reply.Done<>(undelivered, positions, false));
        }

        void refused(R reason) {
            reply.complete(new Reply.Refused<>(reason));
        }

        /** The log has this command: an answer that was never delivered still has its secrets, a repetition has not. */
        void repeated(StoredAnswer stored) {
            A answer = undelivered != null ? undelivered : type.answers().read(stored.type(), stored.bytes());
            reply.complete(new Reply.Done<>(answer, List.of(), undelivered == null));
        }
    }
}

package dev.foyer.pin.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Release;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Reserve;
import dev.foyer.pin.domain.username.NameCommand.ReleaseName;
import dev.foyer.pin.domain.username.NameCommand.ReserveName;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way to the aggregates for a process that dies at a certain step of a certain user: from then on nothing of that
 * user's is sent, or answered, any more. Whoever is not named lives for ever.
 */
final class MortalCommands implements Commands {

    private final Commands real;
    private final Map<String, Life> lives;

    MortalCommands(Commands real, Map<String, Life> lives) {
        this.real = real;
        this.lives = lives;
    }

    /** So many commands of one user get through; the next one is the last. */
    static final class Life {

        private final int steps;
        private final boolean lastArrives;
        private final AtomicInteger taken = new AtomicInteger();
        private volatile boolean done;

        /** @param lastArrives whether the last command is decided, though nobody hears the answer */
        Life(int steps, boolean lastArrives) {
            this.steps = steps;
            this.lastArrives = lastArrives;
        }

        boolean isOver() {
            return taken.get() > steps;
        }

        boolean isDone() {
            return done;
        }

        void done() {
            done = true;
        }

        @Override
        public String toString() {
            return steps + (lastArrives ? "-unheard" : "-unsent");
        }
    }

    @Override
    public <S, C, E, R, A, X> CompletionStage<Reply<R, A>> submit(
            AggregateType<S, C, E, R, A, X> type, String aggregateId, C command, CommandMeta meta) {
        Life life = lives.get(userOf(aggregateId, command));
        int step = life == null ? -1 : life.taken.getAndIncrement();
        if (life == null || step < life.steps) {
            return real.submit(type, aggregateId, command, meta);
        }
        if (step == life.steps && life.lastArrives) {
            real.submit(type, aggregateId, command, meta);
        }
        return new CompletableFuture<>(); // never
    }

    @Override
    public <S> CompletionStage<S> read(AggregateType<S, ?, ?, ?, ?, ?> type, String aggregateId) {
        return real.read(type, aggregateId);
    }

    private static String userOf(String aggregateId, Object command) {
        return switch (command) {
            case Reserve(String owner, var before) -> owner;
            case Release(String owner) -> owner;
            case ReserveName(String owner, long epoch) -> owner;
            case ReleaseName(String owner, long before) -> owner;
            default -> aggregateId;
        };
    }
}

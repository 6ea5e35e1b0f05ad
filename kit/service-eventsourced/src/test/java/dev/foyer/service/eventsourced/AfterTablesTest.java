package dev.foyer.service.eventsourced;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AfterTablesTest {

    private final AtomicBoolean read = new AtomicBoolean();
    private final Commands commands = new AfterTables(new Asked(), read::get);

    @Test
    void nothingIsDecidedBeforeTheTablesAreRead() {
        var refused = assertThrows(
                CompletionException.class,
                () -> commands.submit(null, "id", "request", null)
                        .toCompletableFuture()
                        .join());
        assertEquals(Unavailable.Reason.RECOVERING, ((Unavailable) refused.getCause()).reason());
        assertTrue(commands.read(null, "id").toCompletableFuture().isCompletedExceptionally());
    }

    @Test
    void afterwardsItIsPassedOn() {
        read.set(true);
        assertThrows(Reached.class, () -> commands.submit(null, "id", "request", null));
        assertThrows(Reached.class, () -> commands.read(null, "id"));
    }

    private static final class Reached extends RuntimeException {}

    /** Says that it was asked. */
    private static final class Asked implements Commands {
        @Override
        public <S, C, E, R, A, X> CompletionStage<Reply<R, A>> submit(
                AggregateType<S, C, E, R, A, X> type, String aggregateId, C command, CommandMeta meta) {
            throw new Reached();
        }

        @Override
        public <S> CompletionStage<S> read(AggregateType<S, ?, ?, ?, ?, ?> type, String aggregateId) {
            throw new Reached();
        }
    }
}

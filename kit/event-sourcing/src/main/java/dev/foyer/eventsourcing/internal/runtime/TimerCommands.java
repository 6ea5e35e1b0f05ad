package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.internal.runtime.StateEntry.Aggregate;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Turns due times into commands. They are decided and journalled like any other. */
final class TimerCommands {

    private static final Logger LOG = Logger.getLogger(TimerCommands.class);

    /** In one batch, beside the commands that were taken: time goes on also under load. */
    private static final int AT_ONCE = 256;

    private TimerCommands() {}

    /** Adds the commands that are due by now; if there are many, the rest comes with the next batch. */
    static void addDue(PartitionState state, String service, Instant now, List<PendingRequest> batch) {
        for (int i = 0; i < AT_ONCE && state.dueTimes().next() <= now.toEpochMilli(); i++) {
            String key = state.dueTimes().poll(now.toEpochMilli());
            batch.add(wake(state.typeOf(key), key, state.get(key), service));
        }
    }

    /**
     * The command's id follows from the aggregate's sequence: whoever wakes it for the same reason, before or after a
     * takeover, submits the same command.
     */
    private static <S, C, E, R, A, X> PendingRequest wake(
            AggregateType<S, C, E, R, A, X> type, String key, Aggregate<?> sleeping, String service) {
        @SuppressWarnings("unchecked") // the key's prefix is the type
        Aggregate<S> aggregate = (Aggregate<S>) sleeping;
        String id = "timer-" + key + "-" + aggregate.sequence();
        var wake = new PendingRequest.Write<>(
                type,
                type.idOf(key),
                type.timers().command(aggregate.state()),
                new CommandMeta(id, id, Actor.service(service)));
        wake.reply.whenComplete((reply, failure) -> {
            if (failure != null && !(failure instanceof Unavailable)) {
                LOG.errorf(failure, "The timer of %s failed; it is tried again when the state changes.", key);
            }
        });
        return wake;
    }
}

package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.internal.runtime.OwnerState.Ended;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Live;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Loading;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Recovering;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Serving;
import java.util.Optional;
import java.util.function.Function;

/**
 * The current state of a partition's owner, and what can happen to it. Only the owner's thread calls the methods that move
 * it; any thread may look at it. What cannot happen in a state is a bug, and throws {@link IllegalStateException}.
 */
final class OwnerLifecycle {

    private volatile OwnerState current;

    OwnerLifecycle() {
        this(new Loading(System.nanoTime()));
    }

    OwnerLifecycle(OwnerState first) {
        this.current = first;
    }

    OwnerState current() {
        return current;
    }

    /** The log is open and all that it holds is folded. */
    Serving ready() {
        return transition(state -> switch (state) {
            case Loading loading -> loading.toServing();
            case Recovering recovering -> recovering.toServing();
            case Serving _, Ended _ -> throw illegal(state, "cannot get ready");
        });
    }

    /** The log could not be read, opened or written. Who was still loading goes on with that. */
    void failed() {
        transition(state -> switch (state) {
            case Loading loading -> loading.toLoading();
            case Serving serving -> serving.toRecovering();
            case Recovering recovering -> recovering.toRecovering();
            case Ended _ -> throw illegal(state, "cannot fail");
        });
    }

    /** A snapshot turned out to be unreadable. */
    void snapshotBroken() {
        transition(state -> live(state, "cannot load again").toLoading());
    }

    /** The thread ends, as it was told to. */
    void stopped(Optional<PartitionState> known) {
        transition(state -> live(state, "cannot stop").toStopped(known));
    }

    /** The journal turned out to be unreadable. */
    void journalBroken() {
        transition(state -> live(state, "cannot break").toBroken());
    }

    /** The only place where the state changes. */
    private <T extends OwnerState> T transition(Function<OwnerState, T> move) {
        T next = move.apply(current);
        current = next;
        return next;
    }

    private static Live live(OwnerState state, String what) {
        return switch (state) {
            case Live live -> live;
            case Ended _ -> throw illegal(state, what);
        };
    }

    private static IllegalStateException illegal(OwnerState state, String what) {
        return new IllegalStateException("An owner that is " + state.name() + " " + what);
    }
}

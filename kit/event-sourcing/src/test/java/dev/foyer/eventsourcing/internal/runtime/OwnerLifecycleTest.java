package dev.foyer.eventsourcing.internal.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.foyer.eventsourcing.StoredFormat;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Broken;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Loading;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Recovering;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Serving;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Stopped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One test for each move that is allowed, and a table of those that are not. */
class OwnerLifecycleTest {

    private static final long A_SECOND_AGO =
            System.nanoTime() - Duration.ofSeconds(1).toNanos();
    private static final Loading LOADING = new Loading(A_SECOND_AGO);
    private static final Serving SERVING = new Serving(0);
    private static final Recovering RECOVERING = new Recovering(A_SECOND_AGO);
    private static final Stopped STOPPED = new Stopped(Optional.empty());
    private static final Broken BROKEN = new Broken();

    @Test
    void anOwnerBeginsWithLoading() {
        assertInstanceOf(Loading.class, new OwnerLifecycle().current());
    }

    @Test
    void fromLoadingToServing() {
        Serving serving = new OwnerLifecycle(LOADING).ready();
        assertTrue(serving.readyAfterNanos() >= Duration.ofSeconds(1).toNanos(), serving::toString);
    }

    @Test
    void fromLoadingToLoadingWhenItFailed() {
        Loading again = assertInstanceOf(Loading.class, after(LOADING, OwnerLifecycle::failed));
        assertTrue(again.sinceNanos() - A_SECOND_AGO > 0, again::toString);
    }

    @Test
    void fromLoadingToLoadingWhenASnapshotIsBroken() {
        assertInstanceOf(Loading.class, after(LOADING, OwnerLifecycle::snapshotBroken));
    }

    @Test
    void fromLoadingToStopped() {
        assertEquals(STOPPED, after(LOADING, OwnerLifecycleTest::stop));
    }

    @Test
    void fromLoadingToBroken() {
        assertEquals(BROKEN, after(LOADING, OwnerLifecycle::journalBroken));
    }

    @Test
    void fromServingToRecovering() {
        assertInstanceOf(Recovering.class, after(SERVING, OwnerLifecycle::failed));
    }

    @Test
    void fromServingToLoadingWhenASnapshotIsBroken() {
        assertInstanceOf(Loading.class, after(SERVING, OwnerLifecycle::snapshotBroken));
    }

    @Test
    void fromServingToStoppedWithWhatTheLogHolds() {
        var known = Optional.of(new PartitionState(Map.of(), new StoredFormat(1, "test")));
        assertEquals(new Stopped(known), after(SERVING, owner -> owner.stopped(known)));
    }

    @Test
    void fromServingToBroken() {
        assertEquals(BROKEN, after(SERVING, OwnerLifecycle::journalBroken));
    }

    @Test
    void fromRecoveringToServing() {
        Serving serving = new OwnerLifecycle(RECOVERING).ready();
        assertTrue(serving.readyAfterNanos() >= Duration.ofSeconds(1).toNanos(), serving::toString);
    }

    @Test
    void fromRecoveringToRecoveringWhenItFailedAgain() {
        Recovering again = assertInstanceOf(Recovering.class, after(RECOVERING, OwnerLifecycle::failed));
        assertTrue(again.sinceNanos() - A_SECOND_AGO > 0, again::toString);
    }

    @Test
    void fromRecoveringToLoadingWhenASnapshotIsBroken() {
        assertInstanceOf(Loading.class, after(RECOVERING, OwnerLifecycle::snapshotBroken));
    }

    @Test
    void fromRecoveringToStopped() {
        assertEquals(STOPPED, after(RECOVERING, OwnerLifecycleTest::stop));
    }

    @Test
    void fromRecoveringToBroken() {
        assertEquals(BROKEN, after(RECOVERING, OwnerLifecycle::journalBroken));
    }

    @ParameterizedTest
    @MethodSource
    void refused(OwnerState state, Consumer<OwnerLifecycle> move) {
        OwnerLifecycle owner = new OwnerLifecycle(state);
        var refusal = assertThrows(IllegalStateException.class, () -> move.accept(owner));
        assertTrue(refusal.getMessage().contains(state.name()), refusal::getMessage);
        assertSame(state, owner.current());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                row("serving gets ready", SERVING, OwnerLifecycle::ready),
                row("stopped gets ready", STOPPED, OwnerLifecycle::ready),
                row("stopped fails", STOPPED, OwnerLifecycle::failed),
                row("stopped loads again", STOPPED, OwnerLifecycle::snapshotBroken),
                row("stopped stops", STOPPED, OwnerLifecycleTest::stop),
                row("stopped breaks", STOPPED, OwnerLifecycle::journalBroken),
                row("broken gets ready", BROKEN, OwnerLifecycle::ready),
                row("broken fails", BROKEN, OwnerLifecycle::failed),
                row("broken loads again", BROKEN, OwnerLifecycle::snapshotBroken),
                row("broken stops", BROKEN, OwnerLifecycleTest::stop),
                row("broken breaks", BROKEN, OwnerLifecycle::journalBroken));
    }

    /** Operators and scripts know them. */
    @Test
    void healthShowsTheseNames() {
        List<String> names = Stream.of(LOADING, SERVING, RECOVERING, STOPPED, BROKEN)
                .map(OwnerState::name)
                .toList();
        assertEquals(List.of("LOADING", "SERVING", "RECOVERING", "STOPPED", "BROKEN"), names);
    }

    private static OwnerState after(OwnerState state, Consumer<OwnerLifecycle> move) {
        OwnerLifecycle owner = new OwnerLifecycle(state);
        move.accept(owner);
        return owner.current();
    }

    private static void stop(OwnerLifecycle owner) {
        owner.stopped(Optional.empty());
    }

    private static Arguments row(String name, OwnerState state, Consumer<OwnerLifecycle> move) {
        return argumentSet(name, state, move);
    }
}

package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The requests that wait for a partition's owner, within {@link Limits}. Any thread may add; only the owner's takes. */
final class RequestQueue {

    private final Partition partition;
    private final Limits limits;
    private final BlockingQueue<PendingRequest> waiting;

    RequestQueue(Partition partition) {
        this.partition = partition;
        this.limits = partition.settings().limits();
        this.waiting = new ArrayBlockingQueue<>(limits.queue());
    }

    /** False when it is full. Does not block. */
    boolean offer(PendingRequest request) {
        return waiting.offer(request);
    }

    int size() {
        return waiting.size();
    }

    /**
     * All that wait, up to a batch; waits for the first one. Those that waited for longer than their patience fail as
     * overloaded.
     */
    List<PendingRequest> take(long atMostMillis) throws InterruptedException {
        PendingRequest first = waiting.poll(atMostMillis, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        List<PendingRequest> taken = new ArrayList<>();
        taken.add(first);
        waiting.drainTo(taken, limits.batch() - 1);
        long oldest = System.nanoTime() - limits.patience().toNanos();
        if (first.since() - oldest < 0) { // they stand in the order of their age, so otherwise none is too old
            taken.removeIf(request -> failIfTooOld(request, oldest));
        }
        return taken;
    }

    private boolean failIfTooOld(PendingRequest request, long oldest) {
        boolean tooOld = request.since() - oldest < 0;
        if (tooOld) {
            request.fail(partition.overloaded());
        }
        return tooOld;
    }

    /** Fails all that wait: another instance may own the partition. Nothing happened to them. */
    void failAllAsMoved() {
        List<PendingRequest> left = new ArrayList<>();
        waiting.drainTo(left);
        left.forEach(request -> request.fail(partition.moved()));
    }
}

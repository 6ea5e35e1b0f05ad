package dev.foyer.eventsourcing.inbound;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What was polled of one topic and is not handled. Two parts of it at most are begun, so that the owners never wait for the reader;
 * the others wait here, and for nothing but their own topic. Thread-safe.
 */
final class TopicQueue {

    /** As much as one poll brings: what waits is begun as one. */
    static final int FULL = 2_000;

    private final BiFunction<PolledPart, InFlightPoll, InFlightPoll> beginning;
    private final Runnable changed;

    /** All guarded by this. */
    private final Deque<PolledPart> waiting = new ArrayDeque<>();

    private InFlightPoll last = InFlightPoll.NOTHING;
    private InFlightPoll beforeLast = InFlightPoll.NOTHING;
    private boolean isBeginning;

    /**
     * @param beginning begins with a part, behind what is in flight; on a thread of its own; {@code null} when nothing is begun any
     *     more
     * @param changed is run whenever less waits or is in flight
     */
    TopicQueue(BiFunction<PolledPart, InFlightPoll, InFlightPoll> beginning, Runnable changed) {
        this.beginning = beginning;
        this.changed = changed;
    }

    synchronized void add(PolledPart part) {
        PolledPart end = waiting.peekLast();
        if (end != null && end.weight() + part.weight() <= FULL && end.isContinuedBy(part)) {
            waiting.removeLast();
            waiting.addLast(end.and(part));
        } else {
            waiting.addLast(part);
        }
        beginNext();
    }

    /** Whether more of this topic is polled than is soon begun. */
    synchronized boolean isFull() {
        return waiting.stream().mapToInt(PolledPart::weight).sum() >= FULL;
    }

    /** Whether nothing of it is left. */
    synchronized boolean isEmpty() {
        return waiting.isEmpty() && !isBeginning && last.handled().isDone();
    }

    /** When the oldest of those was written that are not handled; nothing when all are. */
    synchronized OptionalLong oldest() {
        return LongStream.concat(
                        waiting.stream().mapToLong(PolledPart::oldest),
                        Stream.of(beforeLast, last)
                                .map(InFlightPoll::oldest)
                                .filter(OptionalLong::isPresent)
                                .mapToLong(OptionalLong::getAsLong))
                .min();
    }

    private synchronized void beginNext() {
        if (isBeginning || waiting.isEmpty() || !beforeLast.handled().isDone()) {
            return;
        }
        isBeginning = true;
        PolledPart next = waiting.removeFirst();
        InFlightPoll before = last;
        // Reading hundreds of envelopes takes milliseconds, for which no thread of others may be held.
        Thread.startVirtualThread(() -> begin(next, before));
    }

    private void begin(PolledPart part, InFlightPoll before) {
        InFlightPoll begun = beginning.apply(part, before);
        if (begun == null) {
            return; // nor is anything behind it: the positions stay before these records
        }
        synchronized (this) {
            beforeLast = before;
            last = begun;
            isBeginning = false;
        }
        begun.handled().thenRun(() -> {
            part.handled().run();
            beginNext();
            changed.run();
        });
        beginNext();
        changed.run();
    }
}

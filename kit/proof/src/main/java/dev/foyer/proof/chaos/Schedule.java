package dev.foyer.proof.chaos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** Faults until the time is over: every kind once in an order from the seed, then all of them again in another. */
final class Schedule implements Iterator<Fault> {

    private final List<Fault> kinds;
    private final Random random;
    private final long end;
    private final Deque<Fault> next = new ArrayDeque<>();

    Schedule(List<Fault> kinds, long seed, Duration time) {
        this.kinds = kinds;
        this.random = new Random(seed);
        this.end = System.nanoTime() + time.toNanos();
    }

    @Override
    public boolean hasNext() {
        return System.nanoTime() < end;
    }

    @Override
    public Fault next() {
        if (next.isEmpty()) {
            List<Fault> shuffled = new ArrayList<>(kinds);
            Collections.shuffle(shuffled, random);
            next.addAll(shuffled);
        }
        return next.poll();
    }
}

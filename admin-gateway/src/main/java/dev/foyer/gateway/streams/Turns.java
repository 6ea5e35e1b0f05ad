package dev.foyer.gateway.streams;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/** So many at a time, in the order in which they came: who looks whether it is one's turn yet keeps one's place. Thread-safe. */
final class Turns {

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int free;

    Turns(int atATime) {
        this.free = atATime;
    }

    /** @return complete when it is one's turn; must be given to {@link #over}, also when it never was */
    CompletableFuture<Void> ask() {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        lock.lock();
        try {
            waiting.add(turn);
            next();
        } finally {
            lock.unlock();
        }
        return turn;
    }

    /** It is the next one's turn, or one fewer waits. */
    void over(CompletableFuture<Void> turn) {
        lock.lock();
        try {
            if (!waiting.remove(turn)) {
                free++;
                next();
            }
        } finally {
            lock.unlock();
        }
    }

    private void next() {
        while (free > 0 && !waiting.isEmpty()) {
            free--;
            waiting.remove().complete(null);
        }
    }
}

package dev.foyer.proof.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Several callers at once, until they are stopped. */
final class Traffic implements AutoCloseable {

    private static final int CALLERS = 32;

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    Traffic(TestCluster cluster) {
        SplittableRandom random = cluster.random().split();
        for (int i = 0; i < CALLERS; i++) {
            Caller caller = new Caller("c" + i, cluster, random.split(), () -> stopping);
            threads.add(Thread.ofVirtual().name("caller-" + i).start(caller));
        }
    }

    /** Returns when the last call is answered or given up. */
    @Override
    public void close() {
        stopping = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}

package dev.foyer.proof.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Callers that each ask again as soon as they are answered. The thread that brings an answer sends the next request, so
 * that no thread switch of the harness is measured with it.
 */
final class ClosedLoop {

    private static final int DIGITS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SystemUnderTest system;
    private final long end;
    private final CountDownLatch open;
    private final Recorder nanos = new Recorder(DIGITS);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private ClosedLoop(SystemUnderTest system, int inFlight, Duration time) {
        this.system = system;
        this.end = System.nanoTime() + time.toNanos();
        this.open = new CountDownLatch(inFlight);
    }

    /** @throws IllegalStateException when a request got no answer */
    static Sample run(SystemUnderTest system, int inFlight, Duration time) {
        ClosedLoop loop = new ClosedLoop(system, inFlight, time);
        long started = System.nanoTime();
        for (int i = 0; i < inFlight; i++) {
            loop.ask();
        }
        loop.await();
        double seconds = (System.nanoTime() - started) / 1e9;
        return Sample.of(loop.nanos.getIntervalHistogram(), seconds);
    }

    private void ask() {
        long asked = System.nanoTime();
        system.ask(why -> {
            long now = System.nanoTime();
            nanos.recordValue(now - asked);
            if (why != null) {
                failure.compareAndSet(null, why);
            }
            if (why == null && now < end) {
                ask();
            } else {
                open.countDown();
            }
        });
    }

    private void await() {
        try {
            if (!open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(open.getCount() + " requests have no answer after " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (failure.get() != null) {
            throw new IllegalStateException("A request failed", failure.get());
        }
    }

    /** What one loop measured; latencies in milliseconds. */
    record Sample(double p50, double p90, double p99, double perSecond) {

        private static final double NANOS = 1e6;

        private static Sample of(Histogram nanos, double seconds) {
            return new Sample(
                    nanos.getValueAtPercentile(50) / NANOS,
                    nanos.getValueAtPercentile(90) / NANOS,
                    nanos.getValueAtPercentile(99) / NANOS,
                    nanos.getTotalCount() / seconds);
        }
    }
}

package dev.foyer.proof.front;

import dev.foyer.proof.bench.Row;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What came of one kind of request.
 *
 * @param perSecond successes
 * @param p50Millis and {@code p99Millis}: of the answers, failures included
 * @param failures answers that were no success
 * @param cpuMicros of all processes of the other side, for each request of the run
 */
record Measured(
        String name,
        int connections,
        double perSecond,
        double p50Millis,
        double p99Millis,
        long failures,
        double cpuMicros)
        implements Row {

    static Measured of(String name, int connections, Histogram micros, long failures, double seconds, double cpu) {
        return new Measured(
                name,
                connections,
                (micros.getTotalCount() - failures) / seconds,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                failures,
                cpu);
    }

    @Override
    public String line() {
        return String.format(
                Locale.ROOT,
                "%-34s %3d connections %10.1f/s  p50 %8.2f ms  p99 %8.2f ms  CPU %8.0f us%s",
                name,
                connections,
                perSecond,
                p50Millis,
                p99Millis,
                cpuMicros,
                failures == 0 ? "" : "  " + failures + " FAILED");
    }
}

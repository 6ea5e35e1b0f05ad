package dev.foyer.proof.bench;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What the kit itself says about its recoveries, from an assignment until commands are served. */
final class Recoveries {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Map<Timer, Mark> marked = new HashMap<>();

    private record Mark(long count, double millis) {}

    SimpleMeterRegistry registry() {
        return registry;
    }

    /** Milliseconds of the slowest one. */
    double slowestMillis() {
        return registry.find("foyer.recovery").timers().stream()
                .mapToDouble(timer -> timer.max(TimeUnit.MILLISECONDS))
                .max()
                .orElseThrow();
    }

    /** Forgets what was until now, as far as {@link #slowestSinceMark} goes. */
    void mark() {
        marked.clear();
        for (Timer timer : registry.find("foyer.recovery").timers()) {
            marked.put(timer, new Mark(timer.count(), timer.totalTime(TimeUnit.MILLISECONDS)));
        }
    }

    /** Milliseconds of the slowest partition since then; NaN when there was none. */
    double slowestSinceMark() {
        return registry.find("foyer.recovery").timers().stream()
                .filter(timer -> timer.count() > before(timer).count())
                .mapToDouble(timer ->
                        (timer.totalTime(TimeUnit.MILLISECONDS) - before(timer).millis())
                                / (timer.count() - before(timer).count()))
                .max()
                .orElse(Double.NaN);
    }

    private Mark before(Timer timer) {
        return marked.getOrDefault(timer, new Mark(0, 0));
    }

    /** Whether every partition has complete snapshots. */
    boolean snapshotsComplete(int partitions) {
        return IntStream.range(0, partitions).allMatch(partition -> {
            var age = registry.find("foyer.snapshot.age.seconds")
                    .tag("partition", Integer.toString(partition))
                    .gauge();
            return age != null && !Double.isNaN(age.value());
        });
    }
}

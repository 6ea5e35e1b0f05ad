package dev.foyer.proof.front;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The processes of the other side, whose time counts; children that they start count too. */
record Processes(List<ProcessHandle> all) {

    /** Everything that descends from this process: what is measured, for the load comes from threads of this one. */
    static Processes started() {
        return new Processes(ProcessHandle.current().descendants().toList());
    }

    double cpuSeconds() {
        return all.stream()
                        .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                        .distinct()
                        .mapToLong(one -> one.info()
                                .totalCpuDuration()
                                .map(Duration::toMillis)
                                .orElse(0L))
                        .sum()
                / 1e3;
    }
}

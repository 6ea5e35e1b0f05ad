package dev.foyer.proof.bench;

import dev.foyer.proof.process.Brokers;
import dev.foyer.proof.process.PinServiceProcess;
import java.time.Duration;
import java.util.List;

/** Who used how many seconds of the processors. */
record Cpu(double service, double broker, double driver) {

    static Cpu of(PinServiceProcess service, Brokers brokers) {
        double driver = ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L)
                / 1e3;
        double broker = brokers.nodes().stream()
                .mapToDouble(node -> node.process().cpuSeconds())
                .sum();
        return new Cpu(service.cpuSeconds(), broker, driver);
    }

    Cpu since(Cpu before) {
        return new Cpu(service - before.service, broker - before.broker, driver - before.driver);
    }

    double all() {
        return service + broker + driver;
    }

    List<Figure> rows(String what) {
        return List.of(
                new Figure(what + ", CPU of pin-service", service, "s"),
                new Figure(what + ", CPU of the broker", broker, "s"),
                new Figure(what + ", CPU of the driver", driver, "s"));
    }
}

package dev.foyer.proof.bench;

import dev.foyer.proof.bench.ClosedLoop.Sample;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One system at one load: the medians of its rounds; latencies in milliseconds. */
record LoadRow(String what, int inFlight, double p50, double p90, double p99, double perSecond) implements Row {

    static LoadRow median(String what, int inFlight, List<Sample> rounds) {
        return new LoadRow(
                what,
                inFlight,
                median(rounds, Sample::p50),
                median(rounds, Sample::p90),
                median(rounds, Sample::p99),
                median(rounds, Sample::perSecond));
    }

    private static double median(List<Sample> rounds, ToDoubleFunction<Sample> value) {
        return Medians.of(rounds.stream().mapToDouble(value).toArray());
    }

    @Override
    public String line() {
        return String.format(
                Locale.ROOT, "%-34s %6d %9.2f %9.2f %9.2f %11.0f", what, inFlight, p50, p90, p99, perSecond);
    }
}

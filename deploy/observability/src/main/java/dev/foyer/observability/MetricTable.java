package dev.foyer.observability;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All metrics that rules and dashboards may name. */
public record MetricTable(List<Metric> ours, List<Foreign> others) {

    /**
     * @param name of the series
     * @param of whose it is
     * @param labels that it may have
     */
    public record Foreign(String name, String of, Metric.Type type, List<String> labels, String meaning) {}

    /** The one that this module holds. */
    public static MetricTable read() {
        return Source.read("metrics.yaml", MetricTable.class);
    }

    /** The names of all series. */
    public Set<String> series() {
        return Stream.concat(
                        ours.stream().flatMap(Metric::series), others.stream().map(Foreign::name))
                .collect(Collectors.toSet());
    }
}

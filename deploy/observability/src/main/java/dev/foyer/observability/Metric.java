package dev.foyer.observability;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One metric of ours.
 *
 * @param name as Prometheus has it; without the endings that its parts have
 * @param services short names of those that serve it, such as {@code pin}
 * @param labels by name: a pattern that matches each value whole
 * @param when why it is not always there; {@code null}: it is
 */
public record Metric(
        String name, Type type, List<String> services, Map<String, String> labels, String meaning, String when) {

    /** As in the exposition; a summary has no buckets. */
    public enum Type {
        COUNTER(""),
        GAUGE(""),
        SUMMARY("_count", "_sum", "_max"),
        HISTOGRAM("_bucket", "_count", "_sum", "_max");

        private final List<String> endings;

        Type(String... endings) {
            this.endings = List.of(endings);
        }
    }

    public Metric {
        labels = labels == null ? Map.of() : labels;
    }

    /** The names of its series. */
    public Stream<String> series() {
        return type.endings.stream().map(ending -> name + ending);
    }

    /** Whether it is there from the start of a service. */
    public boolean isAlwaysThere() {
        return when == null;
    }
}

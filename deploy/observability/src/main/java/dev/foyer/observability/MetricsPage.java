package dev.foyer.observability;

import dev.foyer.observability.MetricTable.Foreign;
import dev.foyer.observability.Rules.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of metrics as a page, with the alerts that ask for each. */
final class MetricsPage {

    private static final String HEAD = """
            # Metrics
            <!-- Made by ./foyer observability from deploy/observability/src/main/resources/observability: change that. -->

            Each service serves them at `/q/metrics` of its management port, for Prometheus (text, or OpenMetrics when asked for). All series with a closed
            list of labels are there from the start with 0, so a rate sees the first count. No label has a value that people or systems choose: no tenant,
            user, meeting, call or address. Histograms have `_bucket`, `_count`, `_sum`, and, as summaries, the maximum of the last minutes as `_max`. Where a
            name here has `_total` or a unit, Micrometer adds it: the counter `foyer.commands` of the code is `foyer_commands_total`.

            Rules and alerts: `deploy/observability/prometheus/foyer.rules.yaml`. What to do when one fires: [runbooks](../runbooks/README.md).

            ## Ours
            | metric | type | labels | services | meaning | alerts |
            |---|---|---|---|---|---|
            """;

    private static final String OTHERS = """

            ## Of others, in our rules and dashboards
            | metric | type | labels | of | meaning | alerts |
            |---|---|---|---|---|---|
            """;

    private final MetricTable table;
    private final List<Rule> rules;

    MetricsPage(MetricTable table, Rules rules) {
        this.table = table;
        this.rules = rules.all();
    }

    String text() {
        return HEAD
                + table.ours().stream().map(this::row).collect(Collectors.joining())
                + OTHERS
                + table.others().stream().map(this::row).collect(Collectors.joining());
    }

    private String row(Metric metric) {
        return "| `%s` | %s | %s | %s | %s%s | %s |\n"
                .formatted(
                        metric.name(),
                        metric.type().name().toLowerCase(Locale.ROOT),
                        metric.labels().entrySet().stream()
                                .map(label -> label.getKey() + ": `"
                                        + label.getValue().replace("|", "\\|") + "`")
                                .collect(Collectors.joining(", ")),
                        String.join(", ", metric.services()),
                        metric.meaning(),
                        metric.isAlwaysThere() ? "" : " (there when " + metric.when() + ")",
                        alerts(metric.series()));
    }

    private String row(Foreign foreign) {
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        foreign.name(),
                        foreign.type().name().toLowerCase(Locale.ROOT),
                        String.join(", ", foreign.labels()),
                        foreign.of(),
                        foreign.meaning(),
                        alerts(Stream.of(foreign.name())));
    }

    /** Also those that ask by way of what is recorded. */
    private String alerts(Stream<String> series) {
        List<String> names = series.toList();
        List<String> recorded = rules.stream()
                .filter(rule -> rule.recorded() != null && asks(rule, names))
                .map(Rule::recorded)
                .toList();
        return rules.stream()
                .filter(rule -> rule.alert() != null && (asks(rule, names) || asks(rule, recorded)))
                .map(Rule::alert)
                .filter(Objects::nonNull)
                .distinct()
                .map(alert -> "[" + alert + "](../runbooks/" + alert + ".md)")
                .collect(Collectors.joining(", "));
    }

    private static boolean asks(Rule rule, List<String> names) {
        return Expression.series(rule.expression()).stream().anyMatch(names::contains);
    }
}

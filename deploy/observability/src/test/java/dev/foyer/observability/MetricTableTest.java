package dev.foyer.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.observability.Metric.Type;
import dev.foyer.observability.Rules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the table says of itself; what services serve is compared by {@code MetricsIT}. */
class MetricTableTest {

    /** As tenants, users, meetings, calls and whoever dials are called. */
    private static final List<String> FROM_OUTSIDE = List.of(
            "contoso.com",
            "amos",
            "amos.marble@contoso.com",
            "u-amos",
            "Amos Marble",
            "1234567",
            "123456789",
            "call-1",
            "+12065550155",
            "6f1c2a3e-9a53-4a52-8a43-0c9d5f0e2b11",
            "10.0.0.7",
            "https://hooks.contoso.com/foyer");

    private final MetricTable table = MetricTable.read();

    @Test
    void namesAreThoseOfPrometheus() {
        Set<String> seen = new HashSet<>();
        for (Metric metric : table.ours()) {
            assertTrue(metric.name().matches("foyer(_[a-z]+)+"), metric.name());
            assertEquals(metric.type() == Type.COUNTER, metric.name().endsWith("_total"), metric.name());
            assertTrue(seen.add(metric.name()), metric.name());
            assertFalse(metric.meaning().isBlank(), metric.name());
        }
    }

    @Test
    void noLabelCanHoldWhatPeopleChoose() {
        for (Metric metric : table.ours()) {
            metric.labels()
                    .forEach((label, pattern) -> FROM_OUTSIDE.forEach(value -> assertFalse(
                            value.matches(pattern),
                            () -> metric.name() + " has the label " + label + ", which could be " + value)));
        }
    }

    @Test
    void rulesAskOnlyForWhatIsInTheTable() {
        List<Rule> rules = Rules.of(Windows.WHOLE, "").all();
        Set<String> known = new HashSet<>(table.series());
        rules.stream().map(Rule::recorded).forEach(known::add);
        for (Rule rule : rules) {
            assertEquals(
                    Set.of(),
                    Expression.series(rule.expression()).stream()
                            .filter(name -> !known.contains(name))
                            .collect(Collectors.toSet()),
                    rule.expression());
        }
    }

    @Test
    void dashboardsAskOnlyForWhatIsInTheTableAndSendToPagesThatAreThere() {
        Set<String> known = new HashSet<>(table.series());
        Set<String> alerts = new HashSet<>();
        Rules.of(Windows.WHOLE, "").all().forEach(rule -> {
            known.add(rule.recorded());
            alerts.add(rule.alert());
        });
        for (Dashboard dashboard : Dashboard.all()) {
            for (Dashboard.Panel panel : dashboard.panels()) {
                assertTrue(panel.runbook() == null || alerts.contains(panel.runbook()), panel.runbook());
                assertFalse(panel.unit().isBlank(), panel.title());
                for (Dashboard.Query query : panel.queries()) {
                    assertTrue(known.containsAll(Expression.series(query.filled("1m"))), query.expression());
                }
            }
        }
    }

    @Test
    void seriesAreFoundInExpressions() {
        assertEquals(
                Set.of("a_total", "b:c", "d"),
                Expression.series(
                        "sum by (x, y) (rate(a_total{p=\"q}\",r!~\"s|t\"}[5m])) / on(z) b:c > bool 5 and max(d) offset 1h > 2e3"));
    }
}

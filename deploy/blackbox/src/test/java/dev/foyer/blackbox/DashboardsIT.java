package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.observability.Dashboard;
import dev.foyer.observability.Promtool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every query of every panel of the four dashboards, asked of Prometheus beside a Foyer under its everyday load: none is empty, and none of
 * those fires that should not. How long the load goes on: {@code -Dcalm.minutes=30}, else two minutes.
 */
@Tag("long")
class DashboardsIT {

    private static final String WINDOW = "30s";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void noPanelIsEmptyAndNoAlertFiresWhileNothingIsBroken() throws Exception {
        assumeTrue(
                Promtool.isInstalled()
                        && Promtool.find("prometheus-alertmanager").isPresent(),
                Promtool.HOW_TO_INSTALL);
        try (Observed observed = Observed.start();
                EverydayLoad load = new EverydayLoad(observed.foyer().cast())) {
            load.start();
            Awaitility.await().atMost(PATIENCE).until(() -> load.rounds() >= 60);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertEquals(List.of(), empty(observed)));
            assertEquals(List.of(), notQuiet(observed));
            // The first minute after a start is slow, and rules with short windows say so.
            Awaitility.await()
                    .atMost(PATIENCE.multipliedBy(2))
                    .until(() -> observed.alerts().isEmpty());
            load.settled();
            staysCalm(observed, Duration.ofMinutes(Long.getLong("calm.minutes", 2)));
            assertEquals(List.of(), load.unexpected());
        }
    }

    private static List<String> empty(Observed observed) {
        List<String> empty = new ArrayList<>();
        for (Dashboard dashboard : Dashboard.all()) {
            for (Dashboard.Panel panel : dashboard.panels()) {
                for (Dashboard.Query query : panel.queries()) {
                    JsonNode result = observed.query(query.filled(WINDOW));
                    if (!hasANumber(result)) {
                        empty.add(dashboard.title() + ", " + panel.title() + ": " + query.filled(WINDOW));
                    }
                }
            }
        }
        return empty;
    }

    private static boolean hasANumber(JsonNode result) {
        for (JsonNode series : result) {
            if (!series.get("value").get(1).asText().equals("NaN")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> notQuiet(Observed observed) {
        List<String> loud = new ArrayList<>();
        for (Dashboard dashboard : Dashboard.all()) {
            dashboard.panels().stream()
                    .filter(Dashboard.Panel::quiet)
                    .flatMap(panel -> panel.queries().stream())
                    .forEach(query -> observed.query(query.filled(WINDOW)).forEach(series -> {
                        if (series.get("value").get(1).asDouble() != 0) {
                            loud.add(query.expression() + ": " + series);
                        }
                    }));
        }
        return loud;
    }

    private static void staysCalm(Observed observed, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Awaitility.await()
                .atMost(time.plusMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    assertEquals(
                            Set.of(),
                            observed.alerts().keySet(),
                            () -> observed.alerts().toString());
                    return System.nanoTime() > end;
                });
        assertTrue(observed.query("count(ALERTS{alertstate=\"firing\"})").isEmpty());
    }
}

package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Endpoint;
import dev.foyer.observability.Metric;
import dev.foyer.observability.Metric.Type;
import dev.foyer.observability.MetricTable;
import dev.foyer.observability.MetricTable.Foreign;
import dev.foyer.observability.Promtool;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the four services serve to Prometheus is what {@code docs/operations/metrics.md} says, after a little of everything: no metric of ours
 * without a row, no row without a metric, no label that is not in its row or has another value.
 */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
class MetricsIT {

    private static final Map<Endpoint, String> SERVICES = new EnumMap<>(Map.of(
            Endpoint.PIN_MANAGEMENT, "pin",
            Endpoint.NOTIFICATION_MANAGEMENT, "notification",
            Endpoint.MEETING_MANAGEMENT, "meeting",
            Endpoint.GATEWAY_MANAGEMENT, "gateway"));

    private static final Set<String> OF_HISTOGRAMS = Set.of("le");
    private static final String OURS = "foyer_";
    private static final String MAXIMUM = "_max";

    private static SharedFoyer shared;
    private static final MetricTable TABLE = MetricTable.read();
    private static final Map<String, Exposition> SERVED = new java.util.HashMap<>();

    @BeforeAll
    static void aLittleOfEverything(SharedFoyer foyer) {
        shared = foyer;
        SharedUsers users = new SharedUsers(foyer);
        String conferenceId = users.enable("measured").text("conferenceId");
        users.reset("measured");
        Cast cast = foyer.foyer().cast();
        cast.bridge().post("/api/v1/bridge/calls", Map.of("callId", "measured-1", "conferenceId", conferenceId));
        cast.bridge().post("/api/v1/bridge/calls/measured-1/organizer-pin", Map.of("pin", "0000"));
        cast.bridge().delete("/api/v1/bridge/calls/measured-1");
        // The journal of each service has said something by then, and a gateway that was just killed has read it.
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            scrape();
            for (String service : List.of("pin", "notification", "meeting")) {
                assertTrue(SERVED.get(service).types().containsKey("foyer_commands_total"), service);
            }
            assertTrue(SERVED.get("gateway").types().containsKey("foyer_tenant_events_total"), "the gateway");
        });
    }

    private static void scrape() {
        SERVICES.forEach((endpoint, service) ->
                SERVED.put(service, Exposition.of(shared.foyer().ports().http(endpoint))));
    }

    @Test
    void eachMetricOfOursHasARow() {
        Set<String> without = new TreeSet<>();
        SERVED.forEach((service, served) -> served.types().forEach((family, type) -> {
            Optional<Metric> row = row(family);
            if (family.startsWith(OURS)
                    && row.filter(metric -> metric.services().contains(service)).isEmpty()) {
                without.add(family + " (" + type + ") of " + service);
            }
        }));
        assertEquals(Set.of(), without);
    }

    @Test
    void eachRowHasItsMetricWithItsType() {
        Set<String> without = new TreeSet<>();
        for (Metric metric : TABLE.ours()) {
            for (String service : metric.services()) {
                String type = SERVED.get(service).types().get(metric.name());
                boolean away = type == null && !metric.isAlwaysThere();
                if (!away && !metric.type().name().toLowerCase(Locale.ROOT).equals(type)) {
                    without.add(metric.name() + " of " + service + " is served as " + type);
                }
            }
        }
        assertEquals(Set.of(), without);
    }

    @Test
    void labelsAreThoseOfTheRowAndHaveItsValues() {
        Set<String> others = new TreeSet<>();
        SERVED.forEach((service, served) -> served.samples().stream()
                .filter(sample -> sample.name().startsWith(OURS))
                .forEach(sample -> row(familyOf(sample.name()))
                        .ifPresent(metric -> sample.labels().forEach((label, value) -> {
                            String pattern = metric.labels().get(label);
                            if (!OF_HISTOGRAMS.contains(label) && (pattern == null || !value.matches(pattern))) {
                                others.add(metric.name() + "{" + label + "=\"" + value + "\"} of " + service);
                            }
                        }))));
        assertEquals(Set.of(), others);
    }

    /** Of what others measure in our processes the table has only what is used; a version of theirs may call it something else. */
    @Test
    void whatIsOfOthersIsServedWithTheLabelsOfItsRow() {
        Set<String> wrong = new TreeSet<>();
        for (Foreign foreign : TABLE.others()) {
            if (!Set.of("Quarkus", "Micrometer").contains(foreign.of())) {
                continue;
            }
            List<Exposition.Sample> served = SERVED.values().stream()
                    .flatMap(service -> service.samples().stream())
                    .filter(sample -> sample.name().equals(foreign.name()))
                    .toList();
            if (served.isEmpty()) {
                wrong.add(foreign.name() + " is served by nobody");
            }
            served.stream()
                    .flatMap(sample -> sample.labels().keySet().stream())
                    .filter(label -> !foreign.labels().contains(label))
                    .forEach(label -> wrong.add(foreign.name() + " has the label " + label));
        }
        assertEquals(Set.of(), wrong);
    }

    /** Names, units and help as Prometheus' own linter wants them. */
    @Test
    void promtoolFindsNothingToSayOfOurs() throws Exception {
        assumeTrue(Promtool.isInstalled(), Promtool.HOW_TO_INSTALL);
        for (Map.Entry<String, Exposition> each : SERVED.entrySet()) {
            String findings = Promtool.checkMetrics(each.getValue().text())
                    .lines()
                    .filter(line -> line.startsWith(OURS))
                    .collect(Collectors.joining("\n"));
            assertEquals("", findings, each.getKey());
        }
    }

    private static Optional<Metric> row(String family) {
        return TABLE.ours().stream()
                .filter(metric -> metric.name().equals(family)
                        || family.equals(metric.name() + MAXIMUM)
                                && (metric.type() == Type.SUMMARY || metric.type() == Type.HISTOGRAM))
                .findFirst();
    }

    private static String familyOf(String series) {
        return TABLE.ours().stream()
                .filter(metric -> metric.series().anyMatch(series::equals))
                .map(Metric::name)
                .findFirst()
                .orElse(series);
    }
}

package dev.foyer.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.foyer.local.home.Repository;
import dev.foyer.observability.Promtool.Judgement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules in the hands of Prometheus' own {@code promtool}: their grammar, when each alert fires, when not, and what it says. */
class AlertRulesTest {

    private static final String KNOWN = "static_configs:\n      - targets: ['127.0.0.1:9']\n";
    private static final String CASES = "/observability/rules.test.yaml";

    @TempDir
    Path folder;

    @Test
    void everyAlertHasACaseInWhichItFiresAndOneInWhichItDoesNot() throws IOException {
        Map<String, Set<Boolean>> cases = new TreeMap<>();
        try (InputStream in = AlertRulesTest.class.getResourceAsStream(CASES)) {
            for (JsonNode test : new YAMLMapper().readTree(in).get("tests")) {
                for (JsonNode each : test.get("alert_rule_test")) {
                    cases.computeIfAbsent(each.get("alertname").asText(), _ -> new TreeSet<>())
                            .add(!each.get("exp_alerts").isEmpty());
                }
            }
        }
        Map<String, Set<Boolean>> wanted = new TreeMap<>();
        Rules.of(Windows.WHOLE, "").all().stream()
                .filter(rule -> rule.alert() != null)
                .forEach(rule -> wanted.put(rule.alert(), Set.of(false, true)));
        assertEquals(wanted, cases);
    }

    @Test
    void prometheusTakesTheRules() throws Exception {
        assumeTrue(Promtool.isInstalled(), Promtool.HOW_TO_INSTALL);
        good(Promtool.run("", "check", "rules", write(Windows.WHOLE).toString()));
        good(Promtool.run("", "check", "rules", write(new Windows(60)).toString()));
    }

    /** Of this machine, of compose.yaml and of Kubernetes: the files are read, the rules beside them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy/observability/prometheus/prometheus.yaml",
                "deploy/observability/prometheus/kubernetes.yaml",
                "deploy/containers/prometheus.yaml"
            })
    void prometheusTakesWhatItIsToRead(String file) throws Exception {
        assumeTrue(Promtool.isInstalled(), Promtool.HOW_TO_INSTALL);
        write(Windows.WHOLE);
        Path config = folder.resolve("prometheus.yaml");
        String found = Files.readString(Repository.find().root().resolve(file));
        // Debian's is built without it; what is found is treated the same from there on.
        Files.writeString(config, found.replaceAll("kubernetes_sd_configs:\\n.*\\n.*\\n", KNOWN));
        good(Promtool.run("", "check", "config", config.toString()));
        // What rules, alerts and dashboards ask for is named so.
        assertTrue(found.contains("job_name: foyer") && found.contains("job_name: kafka"), file);
        assertTrue(found.contains("service"), file);
    }

    @Test
    void alertsFireWhenTheyShouldAndSaySo() throws Exception {
        assumeTrue(Promtool.isInstalled(), Promtool.HOW_TO_INSTALL);
        write(Windows.WHOLE);
        Path cases = folder.resolve("rules.test.yaml");
        try (InputStream in = AlertRulesTest.class.getResourceAsStream(CASES)) {
            Files.copy(in, cases);
        }
        good(Promtool.run("", "test", "rules", cases.toString()));
    }

    private Path write(Windows windows) throws IOException {
        Path rules = folder.resolve("foyer.rules.yaml");
        Files.writeString(rules, Rules.of(windows, Products.RUNBOOKS).yaml());
        return rules;
    }

    private static void good(Judgement judgement) {
        assertTrue(judgement.good(), judgement::said);
    }
}

package dev.foyer.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.foyer.local.home.Repository;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.strimzi.api.kafka.model.common.metrics.JmxPrometheusExporterMetrics;
import io.strimzi.api.kafka.model.kafka.Kafka;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules and dashboards find a Strimzi broker's metrics under the names that they ask for. */
class BrokerMetricRulesTest {

    /** As the exporter writes a bean's attribute, before it looks for a rule: the broker's beans that the table of metrics has. */
    private static final List<String> BEANS = List.of(
            "kafka.server<type=BrokerTopicMetrics, name=MessagesInPerSec><>Count: 7",
            "kafka.server<type=BrokerTopicMetrics, name=BytesInPerSec><>Count: 7",
            "kafka.server<type=BrokerTopicMetrics, name=BytesOutPerSec><>Count: 7",
            "kafka.server<type=ReplicaManager, name=UnderReplicatedPartitions><>Value: 0",
            "kafka.server<type=ReplicaManager, name=UnderMinIsrPartitionCount><>Value: 0",
            "kafka.server<type=ReplicaManager, name=PartitionCount><>Value: 9",
            "kafka.controller<type=KafkaController, name=OfflinePartitionsCount><>Value: 0",
            "kafka.controller<type=KafkaController, name=ActiveControllerCount><>Value: 1");

    /** A series for each topic would make the sums of rules wrong. */
    private static final List<String> OTHERS = List.of(
            "kafka.server<type=BrokerTopicMetrics, name=MessagesInPerSec, topic=pin.events><>Count: 7",
            "kafka.server<type=BrokerTopicMetrics, name=MessagesInPerSec><>OneMinuteRate: 0.1",
            "java.lang<type=Memory><HeapMemoryUsage>used: 1");

    static List<Path> overlays() {
        return Overlay.folders(Repository.find());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theBrokersHaveTheseRules(Path folder) {
        var resources = StrictResources.read(Manifests.text(folder.resolve("kafka.yaml")));
        JmxPrometheusExporterMetrics metrics = (JmxPrometheusExporterMetrics) Manifests.of(Kafka.class, resources)
                .getFirst()
                .getSpec()
                .getKafka()
                .getMetricsConfig();
        var key = metrics.getValueFrom().getConfigMapKeyRef();
        ConfigMap rules = Manifests.of(ConfigMap.class, resources).getFirst();
        assertEquals(rules.getMetadata().getName(), key.getName());
        assertEquals(BrokerMetricRules.YAML, rules.getData().get(key.getKey()));
    }

    @Test
    void theyNameWhatTheTableOfMetricsHas() throws IOException {
        Set<String> wanted = new TreeSet<>();
        JsonNode table = new YAMLMapper()
                .readTree(Repository.find()
                        .root()
                        .resolve("deploy/observability/src/main/resources/observability/metrics.yaml")
                        .toFile());
        for (JsonNode other : table.get("others")) {
            if (other.get("of").asText().equals("broker")) {
                wanted.add(other.get("name").asText());
            }
        }
        assertEquals(wanted, names(BEANS));
        assertEquals(Set.of(), names(OTHERS));
    }

    private static Set<String> names(List<String> attributes) throws IOException {
        JsonNode rules = new YAMLMapper().readTree(BrokerMetricRules.YAML).get("rules");
        Set<String> names = new TreeSet<>();
        for (String attribute : attributes) {
            rules.valueStream()
                    .flatMap(rule -> name(rule, attribute))
                    .findFirst()
                    .ifPresent(names::add);
        }
        return names;
    }

    private static Stream<String> name(JsonNode rule, String attribute) {
        Matcher found = Pattern.compile(rule.get("pattern").asText()).matcher(attribute);
        if (!found.find()) {
            return Stream.of();
        }
        StringBuilder name = new StringBuilder();
        found.appendReplacement(name, rule.get("name").asText());
        return Stream.of(name.toString().toLowerCase(Locale.ROOT));
    }
}

package dev.foyer.kubernetes;

import dev.foyer.local.access.AccessRules;
import dev.foyer.local.broker.BrokerSettings;
import dev.foyer.local.topics.Topic;
import dev.foyer.local.topics.TopicList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** The resources that the Strimzi operator makes a broker of. The rules are those of {@link AccessRules}, so of any other Foyer. */
final class KafkaManifests {

    /** The cluster's name; Strimzi names its Services and Secrets after it. */
    static final String CLUSTER = "foyer";

    /** Who takes backups and restores them: all topics, positions and rules. */
    static final String BACKUP = "backup";

    /** Where services connect: TLS, and each with a password of its own. */
    static final int PORT = 9093;

    private static final String API = "kafka.strimzi.io/v1";
    private static final Map<String, Object> OF_CLUSTER = Map.of("strimzi.io/cluster", CLUSTER);

    private final Overlay overlay;
    private final TopicList topics;

    /** @param declared with {@code <tenant>} for each tenant */
    KafkaManifests(Overlay overlay, TopicList declared) {
        this.overlay = overlay;
        this.topics = declared.of(overlay.tenants());
    }

    /** The nodes and the cluster of them. */
    List<Map<String, Object>> cluster() {
        return List.of(
                resource(
                        "KafkaNodePool",
                        "node",
                        OF_CLUSTER,
                        fields(
                                "replicas", overlay.brokers(),
                                "roles", List.of("controller", "broker"),
                                "storage", storage(),
                                "resources", resources())),
                resource("Kafka", CLUSTER, Map.of(), fields("kafka", kafka(), "entityOperator", entityOperator())),
                fields(
                        "apiVersion",
                        "v1",
                        "kind",
                        "ConfigMap",
                        "metadata",
                        fields("name", BrokerMetricRules.CONFIG_MAP),
                        "data",
                        fields(BrokerMetricRules.KEY, BrokerMetricRules.YAML)));
    }

    private Map<String, Object> storage() {
        return fields(
                "type",
                "jbod",
                "volumes",
                List.of(fields(
                        "id",
                        0,
                        "type",
                        "persistent-claim",
                        "size",
                        overlay.storage(),
                        "kraftMetadata",
                        "shared",
                        "deleteClaim",
                        false)));
    }

    private Map<String, Object> resources() {
        return fields(
                "requests", fields("cpu", "500m", "memory", overlay.memory()),
                "limits", fields("memory", overlay.memory()));
    }

    private Map<String, Object> kafka() {
        return fields(
                "listeners",
                List.of(listener()),
                "authorization",
                fields("type", "simple", "superUsers", List.of(BACKUP)),
                "metricsConfig",
                metrics(),
                "config",
                config());
    }

    private static Map<String, Object> metrics() {
        return fields(
                "type",
                "jmxPrometheusExporter",
                "valueFrom",
                fields("configMapKeyRef", fields("name", BrokerMetricRules.CONFIG_MAP, "key", BrokerMetricRules.KEY)));
    }

    /** Nobody but our services comes near it; tenants' systems are outside, and get a listener of their own where there are some. */
    private Map<String, Object> listener() {
        return fields(
                "name",
                "tls",
                "port",
                PORT,
                "type",
                "internal",
                "tls",
                true,
                "authentication",
                fields("type", "scram-sha-512"),
                "networkPolicyPeers",
                List.of(fields("podSelector", fields("matchLabels", fields("app.kubernetes.io/part-of", "foyer")))));
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new TreeMap<>(BrokerSettings.quickTransactions());
        config.put("auto.create.topics.enable", false);
        config.put("default.replication.factor", overlay.brokers());
        config.put("min.insync.replicas", overlay.inSync());
        for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            config.put(internal + ".replication.factor", overlay.brokers());
        }
        config.put("transaction.state.log.min.isr", overlay.inSync());
        config.put("share.coordinator.state.topic.min.isr", overlay.inSync());
        // A former leader that has less than was answered must never lead again.
        config.put("unclean.leader.election.enable", false);
        return config;
    }

    private static Map<String, Object> entityOperator() {
        return fields("topicOperator", Map.of(), "userOperator", Map.of());
    }

    /** Each topic of the list, of all tenants of the overlay. */
    List<Map<String, Object>> topics() {
        return topics.topics().stream().map(this::topic).toList();
    }

    private Map<String, Object> topic(Topic topic) {
        Map<String, Object> config = new TreeMap<>(topic.settings());
        config.put("min.insync.replicas", Integer.toString(overlay.inSync()));
        return resource(
                "KafkaTopic",
                topic.name(),
                OF_CLUSTER,
                fields(
                        "topicName", topic.name(),
                        "partitions", topic.partitions(),
                        "replicas", overlay.brokers(),
                        "config", config));
    }

    /** Everybody whom the broker lets in, with a password that the operator makes, and with all that each of them may. */
    List<Map<String, Object>> users() {
        Map<String, List<Map<String, Object>>> rules = new TreeMap<>();
        AccessRules.of(topics, overlay.operators()).stream()
                .sorted(Comparator.comparing((AclBinding rule) -> rule.pattern().resourceType())
                        .thenComparing(rule -> rule.pattern().name()))
                .forEach(rule -> add(
                        rules.computeIfAbsent(AccessRules.user(rule.entry().principal()), first -> new ArrayList<>()),
                        rule));
        Stream<Map<String, Object>> users = rules.entrySet().stream().map(user -> user(user.getKey(), user.getValue()));
        return Stream.concat(users, Stream.of(resource("KafkaUser", BACKUP, OF_CLUSTER, password())))
                .toList();
    }

    /** Made by the operator. */
    private static Map<String, Object> password() {
        return fields("authentication", fields("type", "scram-sha-512"));
    }

    private static Map<String, Object> user(String name, List<Map<String, Object>> rules) {
        return resource(
                "KafkaUser",
                name,
                OF_CLUSTER,
                with(password(), "authorization", fields("type", "simple", "acls", rules)));
    }

    /** One entry for each topic, with all that may be done with it. */
    private static void add(List<Map<String, Object>> rules, AclBinding rule) {
        Map<String, Object> of = fields(
                "type", type(rule.pattern().resourceType()),
                "name", rule.pattern().name(),
                "patternType", "literal");
        String operation = word(rule.entry().operation());
        for (Map<String, Object> known : rules) {
            if (known.get("resource").equals(of)) {
                TreeSet<Object> all = new TreeSet<>((List<?>) known.get("operations"));
                all.add(operation);
                known.put("operations", List.copyOf(all));
                return;
            }
        }
        rules.add(fields("resource", of, "operations", List.of(operation)));
    }

    private static String type(ResourceType type) {
        return switch (type) {
            case TOPIC -> "topic";
            case GROUP -> "group";
            case TRANSACTIONAL_ID -> "transactionalId";
            default -> throw new IllegalArgumentException("Nothing of ours has rules for a " + type);
        };
    }

    private static String word(AclOperation operation) {
        return switch (operation) {
            case READ -> "Read";
            case WRITE -> "Write";
            default -> throw new IllegalArgumentException("Nothing of ours has rules to " + operation);
        };
    }

    private static Map<String, Object> resource(
            String kind, String name, Map<String, Object> labels, Map<String, Object> spec) {
        Map<String, Object> metadata = fields("name", name);
        if (!labels.isEmpty()) {
            metadata.put("labels", labels);
        }
        return fields("apiVersion", API, "kind", kind, "metadata", metadata, "spec", spec);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        fields.put(name, value);
        return fields;
    }

    /** In this order in the file. */
    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}

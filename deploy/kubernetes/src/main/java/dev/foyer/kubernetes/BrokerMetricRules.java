package dev.foyer.kubernetes;

/**
 * How the JMX exporter in Strimzi's brokers names their metrics: as the broker of {@code ./foyer up --observe} does, and so as rules and
 * dashboards ask for them. Those of the whole broker, not of each topic.
 */
final class BrokerMetricRules {

    /** The ConfigMap, and the key in it. */
    static final String CONFIG_MAP = "kafka-metrics";

    static final String KEY = "rules.yaml";

    static final String YAML = """
            lowercaseOutputName: true
            rules:
              - pattern: ^kafka\\.(\\w+)<type=([^,>]+), name=([^,>]+)PerSec><>Count
                name: kafka_$1_$2_$3_total
                type: COUNTER
              - pattern: ^kafka\\.(\\w+)<type=([^,>]+), name=([^,>]+)><>Value
                name: kafka_$1_$2_$3
                type: GAUGE
            """;

    private BrokerMetricRules() {}
}

package dev.foyer.eventsourcing.internal.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The clients of the runtime, with the settings that were measured (they matter as much as the design). */
final class KafkaClients {

    private KafkaClients() {}

    /** A writer of one partition. The ids follow the partition, never the process: that is what fences. */
    static KafkaProducer<byte[], byte[]> transactional(RuntimeSettings settings, int partition, int turn) {
        Map<String, Object> config = new HashMap<>(settings.kafka());
        String suffix = partition + (turn == 0 ? "" : "-" + turn);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.service() + "-" + suffix);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, settings.service() + "-writer-" + suffix);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        // The commit flushes, so lingering costs nothing; without it the first record of a transaction leaves alone.
        config.put(ProducerConfig.LINGER_MS_CONFIG, 50);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 512 * 1024);
        // A dead owner's open transaction blocks readers for at most this long.
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 8_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 8_000);
        // Back-to-back transactions meet CONCURRENT_TRANSACTIONS; the default 100 ms would be the tail.
        config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 1);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Reads a log from the start; belongs to no group. */
    static KafkaConsumer<byte[], byte[]> reader(Map<String, Object> kafka, String clientId) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 << 20);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Ends a {@link #reader} without waiting for the fetch in flight: it has no group to leave, and a takeover
     * would wait half a second for nothing.
     */
    static void closeNow(KafkaConsumer<?, ?> reader) {
        reader.close(CloseOptions.timeout(Duration.ZERO));
    }

    /** The membership that says which partitions are ours. Never fetches. */
    static KafkaConsumer<byte[], byte[]> member(RuntimeSettings settings) {
        Properties config = new Properties();
        config.putAll(settings.kafka());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.service() + ".owners");
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.instanceUrl());
        settings.instanceId().ifPresent(id -> config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                settings.sessionTimeout().toMillis());
        // A rebalance is heard of with the next heartbeat: half of this is what a takeover costs beyond the session
        // timeout.
        // Each one is also what an idle instance costs.
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 150);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        config.put(CommonClientConfigs.RETRY_BACKOFF_MS_CONFIG, 50);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}

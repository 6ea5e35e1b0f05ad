package dev.foyer.proof.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Counts what is committed to a topic from now on. Not thread-safe. */
final class Effects implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private int seen;

    Effects(Map<String, Object> connection, String topic) {
        Map<String, Object> committed = new HashMap<>(connection);
        committed.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Whoever only counts must not cost the broker an answer per transaction.
        committed.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 256 << 10);
        committed.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        consumer = BareClients.consumer(committed);
        List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    /** Returns when so many more are there than at the last call. */
    void await(int more, Duration atMost) {
        int wanted = seen + more;
        long end = System.nanoTime() + atMost.toNanos();
        while (seen < wanted) {
            seen += consumer.poll(POLL).count();
            if (System.nanoTime() > end) {
                throw new IllegalStateException((wanted - seen) + " effects are missing after " + atMost);
            }
        }
        if (seen > wanted) {
            throw new IllegalStateException((seen - wanted) + " effects more than records");
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}

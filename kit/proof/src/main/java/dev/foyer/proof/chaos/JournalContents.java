package dev.foyer.proof.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.proof.checker.Entry;
import dev.foyer.proof.domain.AccountEvent.Deposited;
import dev.foyer.proof.domain.AccountEvent.Withdrawn;
import dev.foyer.proof.domain.Accounts;
import dev.foyer.proof.instance.ClusterPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The journal as anybody else would read it: without the kit's reader, which might share a mistake with its writer. */
final class JournalContents {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String PREFIX = Accounts.TYPE.key("");

    private JournalContents() {}

    /** All that is committed, each partition in its order. */
    static List<Entry> read(Map<String, Object> connection, ClusterPlan plan) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        List<TopicPartition> all = IntStream.range(0, ClusterPlan.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(plan.journal(), partition))
                .toList();
        List<Entry> entries = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> reader =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            reader.assign(all);
            reader.seekToBeginning(all);
            Map<TopicPartition, Long> ends = reader.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(POLL).forEach(read -> entries.add(entry(read)));
            }
        }
        return entries;
    }

    private static Entry entry(ConsumerRecord<byte[], byte[]> read) {
        long change = switch (Accounts.TYPE.events().read(header(read, "type"), read.value())) {
            case Deposited(long amount, String note) -> amount;
            case Withdrawn(long amount, String note) -> -amount;
        };
        return new Entry(
                read.partition(),
                read.offset(),
                new String(read.key(), UTF_8).substring(PREFIX.length()),
                Long.parseLong(header(read, "seq")),
                header(read, "cmd"),
                change,
                read.headers().lastHeader("time") == null ? read.timestamp() : Long.parseLong(header(read, "time")));
    }

    private static String header(ConsumerRecord<byte[], byte[]> read, String name) {
        return new String(read.headers().lastHeader(name).value(), UTF_8);
    }
}

package dev.foyer.proof.lobby;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.proof.bench.BareClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Reads what is committed of admissions, as a bridge does. Not thread-safe. */
final class Admissions implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final String ONE = "foyer.meeting.CallerAdmitted.v1";
    private static final String MANY = "foyer.meeting.CallersAdmitted.v1";
    private static final byte[] CALL = "\"callId\"".getBytes(UTF_8);

    private final KafkaConsumer<byte[], byte[]> consumer;

    Admissions(Map<String, Object> connection, String topic) {
        Map<String, Object> committed = new HashMap<>(connection);
        committed.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer = BareClients.consumer(committed);
        List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(all);
        skip();
    }

    /** What is there by now is not looked at. */
    void skip() {
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    /** The records by which so many legs were let in; returns with the last of them. */
    List<ConsumerRecord<byte[], byte[]>> await(int legs, Duration atMost) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long end = System.nanoTime() + atMost.toNanos();
        int in = 0;
        while (in < legs) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                int here = admitted(record);
                if (here > 0) {
                    in += here;
                    records.add(record);
                }
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only " + in + " of " + legs + " were let in after " + atMost);
            }
        }
        if (in > legs) {
            throw new IllegalStateException((in - legs) + " were let in more than waited");
        }
        return records;
    }

    private static int admitted(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return switch (type == null ? "" : new String(type.value(), UTF_8)) {
            case ONE -> 1;
            case MANY -> count(record.value());
            default -> 0;
        };
    }

    /** Without making sense of the rest: what is measured is when it is readable. */
    private static int count(byte[] json) {
        int count = 0;
        for (int i = 0; i + CALL.length <= json.length; i++) {
            int same = 0;
            while (same < CALL.length && json[i + same] == CALL[same]) {
                same++;
            }
            count += same == CALL.length ? 1 : 0;
        }
        return count;
    }

    @Override
    public void close() {
        consumer.close();
    }
}

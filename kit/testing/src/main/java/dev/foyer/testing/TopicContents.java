package dev.foyer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.events.CloudEventReader;
import dev.foyer.base.events.InboundEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What lies in a topic now, committed and decompressed. */
public final class TopicContents {

    private TopicContents() {}

    public static List<InboundEvent> events(EmbeddedBroker broker, String topic) {
        return records(broker, topic).stream().map(CloudEventReader::read).toList();
    }

    /** Keys, headers and values, one record a line. */
    public static String text(EmbeddedBroker broker, String topic) {
        StringBuilder text = new StringBuilder();
        for (ConsumerRecord<byte[], byte[]> each : records(broker, topic)) {
            text.append(string(each.key())).append(' ');
            for (Header header : each.headers()) {
                text.append(header.key())
                        .append('=')
                        .append(string(header.value()))
                        .append(' ');
            }
            text.append(string(each.value())).append('\n');
        }
        return text.toString();
    }

    public static List<ConsumerRecord<byte[], byte[]>> records(EmbeddedBroker broker, String topic) {
        Map<String, Object> config = new HashMap<>(broker.connection());
        config.put("isolation.level", "read_committed");
        config.put("fetch.max.wait.ms", 50); // closing waits for the last fetch
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
        }
        return all;
    }

    private static String string(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }
}

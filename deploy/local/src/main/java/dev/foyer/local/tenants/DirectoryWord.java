package dev.foyer.local.tenants;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.foyer.local.CannotRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Says in a tenant's directory topic, in the place of its systems, that users are gone. For those whose ids no path can say:
 * there are none any more but from before that was refused. Thread-safe.
 */
public final class DirectoryWord implements AutoCloseable {

    private static final String REMOVED = "foyer.directory.UserRemoved.v1";
    private static final int PATIENCE_MILLIS = 30_000;

    private final String topic;
    private final KafkaProducer<String, String> producer;

    /** @param superUser how to connect as who may write everywhere */
    public DirectoryWord(Map<String, Object> superUser, String tenant) {
        Map<String, Object> settings = new HashMap<>(superUser);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.topic = "in." + tenant + ".directory";
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Returns when it is written; it counts a moment later. To say it again changes nothing. Throws {@link CannotRun}. */
    public void remove(Set<String> users) {
        List<Future<RecordMetadata>> written =
                users.stream().map(user -> producer.send(removed(user))).toList();
        try {
            for (Future<RecordMetadata> each : written) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new CannotRun(topic + " cannot be written: " + e.getCause().getMessage() + "; call this again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while " + topic + " was written.", e);
        }
    }

    private ProducerRecord<String, String> removed(String user) {
        return new ProducerRecord<>(
                topic,
                null,
                user,
                JsonNodeFactory.instance.objectNode().put("userId", user).toString(),
                List.of(
                        header("ce_specversion", "1.0"),
                        header("ce_id", UUID.randomUUID().toString()),
                        header("ce_source", "/tenants"),
                        header("ce_type", REMOVED),
                        header("content-type", "application/json")));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}

package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.CloudEventWriter;
import dev.foyer.base.events.PublicRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes the rare public record that follows from no command, such as a service's own keys. A producer lives only as
 * long as one record, since the next may be months away. Thread-safe; blocks.
 */
public final class ServiceRecordProducer {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Map<String, Object> kafka;
    private final String service;
    private final CloudEventWriter writer;

    public ServiceRecordProducer(Map<String, Object> kafka, String service) {
        this.kafka = kafka;
        this.service = service;
        this.writer = new CloudEventWriter(service);
    }

    /**
     * Returns when the record is durable, after ten seconds at the latest.
     *
     * @param data its {@code tenant} is not looked at
     * @throws IllegalStateException when the broker did not take it in time; it may still be there
     */
    public void write(PublicRecord data) {
        String id = UUID.randomUUID().toString();
        CommandMeta meta = new CommandMeta(id, id, Actor.service(service));
        try (var producer = new KafkaProducer<>(config(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(writer.writeOwn(data, meta, Instant.now())).get();
        } catch (ExecutionException e) {
            throw notTaken(data, e.getCause());
        } catch (KafkaException e) {
            throw notTaken(data, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a record for " + data.topic() + " was written.");
        }
    }

    private static IllegalStateException notTaken(PublicRecord data, Throwable why) {
        return new IllegalStateException("The broker did not take a record for " + data.topic() + " ("
                + why.getClass().getSimpleName() + ").");
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-own-records");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return config;
    }
}

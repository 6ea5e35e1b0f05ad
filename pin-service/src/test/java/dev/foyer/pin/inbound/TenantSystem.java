package dev.foyer.pin.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A tenant's own system that writes to the tenant's directory topic. */
final class TenantSystem implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", BrokerResource.broker().bootstrapServers(), "metadata.max.age.ms", 1_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private final String topic;
    /** {@code null}: when it is. */
    private Long writtenAt;

    /** @param tenant whose topic exists */
    TenantSystem(String tenant) {
        this.topic = "in." + tenant + ".directory";
    }

    /** For a tenant that comes while everything runs. */
    static TenantSystem ofNew(String tenant) {
        Topics.create(BrokerResource.broker(), List.of(new NewTopic("in." + tenant + ".directory", 3, (short) 1)));
        return new TenantSystem(tenant);
    }

    /** As a mirror does, or who restores a backup: the records are older than those of before. */
    void madeAnewWithOldTimes(Instant time) {
        writtenAt = time.toEpochMilli();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", BrokerResource.broker().bootstrapServers()))) {
            admin.deleteTopics(List.of(topic)).all().get();
            await().until(() -> !admin.listTopics().names().get().contains(topic));
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Binary mode, under a new id. */
    void say(String type, String userId, String json) {
        say(UUID.randomUUID().toString(), type, userId, json);
    }

    void say(String id, String type, String userId, String json) {
        send(
                userId,
                json,
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id,
                        "ce_source", "/hr",
                        "ce_type", "foyer.directory." + type + ".v1",
                        "content-type", "application/json"));
    }

    /** Structured mode. */
    void sayStructured(String type, String userId, String json) {
        String event = """
                {"specversion":"1.0","id":"%s","source":"/hr","type":"foyer.directory.%s.v1","data":%s}""".formatted(UUID.randomUUID(), type, json);
        send(userId, event, Map.of("content-type", "application/cloudevents+json"));
    }

    void send(String key, String value, Map<String, String> headers) {
        var made = new ProducerRecord<>(topic, null, writtenAt, key.getBytes(UTF_8), value.getBytes(UTF_8));
        headers.forEach((name, text) -> made.headers().add(name, text.getBytes(UTF_8)));
        try {
            producer.send(made).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

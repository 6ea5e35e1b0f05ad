package dev.foyer.proof.lobby;

import dev.foyer.proof.bench.BareClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The least that it costs to have the same records read by somebody: a producer and a consumer, and nothing in between. */
final class BareMove implements AutoCloseable {

    private static final String TOPIC = "bench.lobby";

    private final KafkaProducer<byte[], byte[]> producer;
    private final Admissions consumer;

    BareMove(Map<String, Object> connection) {
        try (Admin admin = Admin.create(connection)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topic cannot be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        producer = BareClients.producer(connection);
        consumer = new Admissions(connection, TOPIC);
    }

    /**
     * Milliseconds from the first that is sent to the last that is read, and made as much sense of as of ours.
     *
     * @param legs that these records let in
     */
    double millis(List<ConsumerRecord<byte[], byte[]>> records, int legs, Duration atMost) {
        consumer.skip();
        List<ProducerRecord<byte[], byte[]>> same = records.stream()
                .map(each -> new ProducerRecord<>(TOPIC, 0, each.key(), each.value(), each.headers()))
                .toList();
        long began = System.nanoTime();
        same.forEach(producer::send);
        consumer.await(legs, atMost);
        return (System.nanoTime() - began) / 1e6;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}

package dev.foyer.proof.bench;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The least that a durable write costs: one producer, answered when the broker has the record. */
final class BareProduce implements SystemUnderTest, AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final Keys keys = Keys.all();
    private final byte[] payload = Payload.bytes();

    BareProduce(Map<String, Object> connection, String topic) {
        this.producer = BareClients.producer(connection);
        this.topic = topic;
    }

    @Override
    public void ask(Consumer<Throwable> answered) {
        producer.send(new ProducerRecord<>(topic, keys.bytes(), payload), (written, why) -> answered.accept(why));
    }

    @Override
    public void close() {
        producer.close();
    }
}

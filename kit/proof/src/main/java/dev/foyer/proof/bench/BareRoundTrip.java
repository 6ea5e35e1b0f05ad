package dev.foyer.proof.bench;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One producer, and one consumer that reads it back: answered when the record was seen by a reader. */
final class BareRoundTrip implements SystemUnderTest, AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final Keys keys = Keys.all();
    private final ReadBack reader;

    BareRoundTrip(Map<String, Object> connection, String topic, int partitions) {
        this.producer = BareClients.producer(connection);
        this.topic = topic;
        this.reader = new ReadBack(connection, topic, partitions, "read_uncommitted");
    }

    @Override
    public void ask(Consumer<Throwable> answered) {
        byte[] value = reader.valueFor(answered);
        producer.send(new ProducerRecord<>(topic, keys.bytes(), value), (written, why) -> {
            if (why != null) {
                reader.failed(value, why);
            }
        });
    }

    @Override
    public void close() {
        reader.close();
        producer.close();
    }
}

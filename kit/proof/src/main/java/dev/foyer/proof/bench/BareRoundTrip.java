package dev.foyer.proof.bench;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** One producer, and one consumer that reads it back: answered when the record was seen by a reader. */
final class BareRoundTrip implements SystemUnderTest, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, Object> connection;
    private final String topic;
    private final int partitions;
    private final Keys keys = Keys.all();
    private final byte[] payload = Payload.bytes();
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Consumer<Throwable>> open = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile boolean stopping;

    BareRoundTrip(Map<String, Object> connection, String topic, int partitions) {
        this.producer = BareClients.producer(connection);
        this.connection = connection;
        this.topic = topic;
        this.partitions = partitions;
        this.reader = Thread.ofPlatform().name("round-trip-reader").start(this::read);
    }

    @Override
    public void ask(Consumer<Throwable> answered) {
        long number = numbers.incrementAndGet();
        open.put(number, answered);
        byte[] value = payload.clone();
        ByteBuffer.wrap(value).putLong(number);
        producer.send(new ProducerRecord<>(topic, keys.bytes(), value), (written, why) -> {
            if (why != null) {
                answer(number, why);
            }
        });
    }

    private void read() {
        try (KafkaConsumer<byte[], byte[]> consumer = BareClients.consumer(connection)) {
            List<TopicPartition> all = IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            while (!stopping) {
                for (ConsumerRecord<byte[], byte[]> seen : consumer.poll(POLL)) {
                    answer(ByteBuffer.wrap(seen.value()).getLong(), null);
                }
            }
        }
    }

    private void answer(long number, Throwable why) {
        Consumer<Throwable> answered = open.remove(number);
        if (answered != null) {
            answered.accept(why);
        }
    }

    @Override
    public void close() {
        stopping = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}

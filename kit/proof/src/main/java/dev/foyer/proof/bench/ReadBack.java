package dev.foyer.proof.bench;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic on a thread of its own, and answers each request when its record comes by. Thread-safe. */
final class ReadBack implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> connection;
    private final List<TopicPartition> partitions;
    private final byte[] payload = Payload.bytes();
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Consumer<Throwable>> open = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile boolean stopping;

    /** @param isolation as consumers name it */
    ReadBack(Map<String, Object> connection, String topic, int partitions, String isolation) {
        this.connection = new HashMap<>(connection);
        this.connection.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        this.reader = Thread.ofPlatform().name("read-back-" + topic).start(this::read);
    }

    /** A record's value, which is told from all others when it is read. */
    byte[] valueFor(Consumer<Throwable> answered) {
        long number = numbers.incrementAndGet();
        open.put(number, answered);
        byte[] value = payload.clone();
        ByteBuffer.wrap(value).putLong(number);
        return value;
    }

    /** It will not be read. */
    void failed(byte[] value, Throwable why) {
        answer(value, why);
    }

    private void read() {
        try (KafkaConsumer<byte[], byte[]> consumer = BareClients.consumer(connection)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!stopping) {
                for (ConsumerRecord<byte[], byte[]> seen : consumer.poll(POLL)) {
                    answer(seen.value(), null);
                }
            }
        }
    }

    private void answer(byte[] value, Throwable why) {
        Consumer<Throwable> answered = open.remove(ByteBuffer.wrap(value).getLong());
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
    }
}

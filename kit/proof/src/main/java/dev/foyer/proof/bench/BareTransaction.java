package dev.foyer.proof.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The least that the kit's promise costs: what waits for a partition is written in one transaction, and answered when a reader of
 * committed records has seen it. As in the kit, one writer for each partition, with two producers in turn.
 */
final class BareTransaction implements SystemUnderTest, AutoCloseable {

    private static final int IN_TURN = 2;
    private static final int MOST = 2_000;

    private final String topic;
    private final Keys keys = Keys.all();
    private final ReadBack reader;
    private final List<Writer> writers;

    BareTransaction(Map<String, Object> connection, String topic, int partitions) {
        this.topic = topic;
        this.reader = new ReadBack(connection, topic, partitions, "read_committed");
        this.writers = IntStream.range(0, partitions)
                .mapToObj(partition -> new Writer(connection, partition))
                .toList();
    }

    @Override
    public void ask(Consumer<Throwable> answered) {
        int partition = ThreadLocalRandom.current().nextInt(writers.size());
        writers.get(partition).waiting.add(reader.valueFor(answered));
    }

    @Override
    public void close() {
        writers.forEach(Writer::close);
        reader.close();
    }

    private final class Writer {

        private final int partition;
        private final List<KafkaProducer<byte[], byte[]>> producers;
        private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
        private final Thread thread;

        Writer(Map<String, Object> connection, int partition) {
            this.partition = partition;
            this.producers = IntStream.range(0, IN_TURN)
                    .mapToObj(turn -> BareClients.transactional(connection, topic + "-" + partition + "-" + turn))
                    .toList();
            this.thread =
                    Thread.ofPlatform().name("bare-transaction-" + partition).start(this::write);
        }

        private void write() {
            List<byte[]> taken = new ArrayList<>();
            try {
                for (int turn = 0; ; turn = (turn + 1) % IN_TURN) {
                    taken.clear();
                    taken.add(waiting.take());
                    waiting.drainTo(taken, MOST - 1);
                    commit(producers.get(turn), taken);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                taken.forEach(value -> reader.failed(value, e));
            }
        }

        private void commit(KafkaProducer<byte[], byte[]> producer, List<byte[]> values) {
            producer.beginTransaction();
            values.forEach(value -> producer.send(new ProducerRecord<>(topic, partition, keys.bytes(), value)));
            producer.commitTransaction();
        }

        private void close() {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            producers.forEach(KafkaProducer::close);
        }
    }
}

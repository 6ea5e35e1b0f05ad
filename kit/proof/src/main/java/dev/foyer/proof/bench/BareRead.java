package dev.foyer.proof.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** How long it takes to read a whole topic and do nothing with it: one consumer and thread per partition, as the kit. */
final class BareRead {

    private static final Duration POLL = Duration.ofMillis(200);

    private BareRead() {}

    /** Milliseconds until the slowest partition was read; closing the consumers, which waits for a last fetch, is not. */
    static double millis(Map<String, Object> connection, String topic, int partitions) {
        long began = System.nanoTime();
        long ended = began;
        try (ExecutorService threads = Executors.newFixedThreadPool(partitions)) {
            List<Future<Long>> reads = IntStream.range(0, partitions)
                    .mapToObj(number -> threads.submit(() -> read(connection, new TopicPartition(topic, number))))
                    .toList();
            for (Future<Long> read : reads) {
                ended = Math.max(ended, read.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The bare read failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return (ended - began) / 1e6;
    }

    /** When the last record was there, by {@link System#nanoTime}. */
    private static long read(Map<String, Object> connection, TopicPartition partition) {
        try (KafkaConsumer<byte[], byte[]> consumer = BareClients.consumer(connection)) {
            List<TopicPartition> only = List.of(partition);
            consumer.assign(only);
            consumer.seekToBeginning(only);
            long end = consumer.endOffsets(only).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(POLL);
            }
            return System.nanoTime();
        }
    }
}

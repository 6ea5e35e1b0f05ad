package dev.foyer.gateway.tenantevents;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/**
 * What is not copied to tenants yet, under the names that the services have for what they read: copying tries for ever, and webhooks and
 * tenants' systems only see that nothing comes. Thread-safe.
 */
@ApplicationScoped
class CopyBacklog {

    static final String CHANNEL = "public-events";

    private static final Logger LOG = Logger.getLogger(CopyBacklog.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    KafkaClientService clients;

    @Inject
    MeterRegistry metrics;

    private volatile long notPolled;
    private volatile long underWay;
    private volatile OptionalLong oldest = OptionalLong.empty();
    private Thread looks;

    void start(@Observes StartupEvent event) {
        Gauge.builder("foyer.inbound.lag", () -> notPolled + underWay)
                .description("Records of a channel's topics that are not handled yet, of the partitions that we read")
                .baseUnit("records")
                .tag("channel", CHANNEL)
                .register(metrics);
        Gauge.builder("foyer.inbound.oldest.age", () -> oldestAge().toMillis() / 1_000.0)
                .description("Age of the oldest record of a channel that is polled and not handled")
                .baseUnit("seconds")
                .tag("channel", CHANNEL)
                .register(metrics);
        looks = Thread.ofVirtual().name("copy-backlog").start(this::look);
    }

    /** These are being copied, until {@link #copied()}. */
    void begun(Iterable<ConsumerRecord<byte[], byte[]>> batch) {
        oldest = timestamps(batch).min();
        underWay = timestamps(batch).count();
    }

    void copied() {
        oldest = OptionalLong.empty();
        underWay = 0;
    }

    /** By the record's own time; zero when nothing waits. */
    Duration oldestAge() {
        OptionalLong since = oldest;
        long age = since.isPresent() ? System.currentTimeMillis() - since.getAsLong() : 0;
        return Duration.ofMillis(Math.max(0, age));
    }

    private static LongStream timestamps(Iterable<ConsumerRecord<byte[], byte[]>> batch) {
        return StreamSupport.stream(batch.spliterator(), false).mapToLong(ConsumerRecord::timestamp);
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                KafkaConsumer<Object, Object> consumer = clients.getConsumer(CHANNEL);
                if (consumer != null) {
                    consumer.runOnPollingThread(kafka -> {
                                notPolled = notPolled(kafka);
                            })
                            .subscribe()
                            .with(done -> {}, failure -> LOG.debugf("How much waits is not known: %s", failure));
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the broker: while copying waits the consumer is paused, and hears nothing of what comes. */
    static long notPolled(Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - position(consumer, end.getKey(), end.getValue())))
                .sum();
    }

    /** Where it begins is known from its first poll on. */
    private static long position(Consumer<?, ?> consumer, TopicPartition partition, long otherwise) {
        try {
            return consumer.position(partition, Duration.ZERO);
        } catch (TimeoutException notYet) {
            return otherwise;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (looks != null) {
            looks.interrupt();
        }
    }
}

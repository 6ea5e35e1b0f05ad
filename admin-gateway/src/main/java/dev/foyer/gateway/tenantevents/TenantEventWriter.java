package dev.foyer.gateway.tenantevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.Backoff;
import dev.foyer.base.Unavailable;
import dev.foyer.base.events.CloudEventHeaders;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

/**
 * Copies events into the topics of their tenants: key, headers and time stay, so order per key and ids do too, and of the
 * data what the tenant may read. An event is there at least once; after a failure the whole batch may be there again. Written to by one thread at a time.
 */
final class TenantEventWriter implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TenantEventWriter.class);
    private static final String TENANT = "ce_" + CloudEventHeaders.TENANT;
    private static final String TYPE = "ce_type";
    private static final String ID = "ce_id";

    /** Then the broker is asked again which topics there are: one that was deleted meanwhile would be waited for for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Backoff WAITS = Backoff.between(Duration.ofMillis(100), Duration.ofSeconds(10));

    private final Map<String, Object> connection;
    private final EventRedaction redaction;
    private final EventWitness witness;
    private final TenantEventCounters counters;
    private final TenantTopics topics;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Producer<byte[], byte[]> producer;

    /** @param connection the settings of a Kafka client: servers and, where needed, security */
    TenantEventWriter(
            Map<String, Object> connection,
            EventRedaction redaction,
            EventWitness witness,
            TenantEventCounters counters) {
        this.witness = witness;
        this.connection = new HashMap<>(connection);
        this.connection.remove("group.id");
        this.redaction = redaction;
        this.counters = counters;
        this.topics = new TenantTopics(this.connection);
    }

    /**
     * Returns when all of them are written. Tries for ever: as long as it does, nothing later is read.
     *
     * @return whether they are; else it was closed before that, and the batch is to be read again
     */
    boolean write(Iterable<ConsumerRecord<byte[], byte[]>> batch) {
        for (int failures = 0; !isClosed(); ) {
            try {
                send(batch);
                if (failures > 0) {
                    LOG.infof("Events of tenants are copied again, after %d failures", failures);
                }
                return true;
            } catch (KafkaException | Unavailable | UncheckedIOException e) {
                if (isClosed()) {
                    break;
                }
                if (failures++ == 0) {
                    LOG.warnf("Events of tenants wait, until they can be copied: %s", e.toString());
                }
                startAnew();
                pause(WAITS.after(failures));
            } catch (IllegalStateException e) {
                // A producer that is closed under us says it so.
                if (!isClosed()) {
                    throw e;
                }
            }
        }
        return false;
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }

    private void send(Iterable<ConsumerRecord<byte[], byte[]>> batch) {
        List<ProducerRecord<byte[], byte[]>> copies = new ArrayList<>();
        List<Runnable> toTell = new ArrayList<>();
        int unassigned = 0;
        for (ConsumerRecord<byte[], byte[]> event : batch) {
            String tenant = header(event, TENANT);
            if (tenant == null || !topics.has(TenantTopics.of(tenant))) {
                unassigned++;
            } else {
                copy(tenant, event).ifPresent(copy -> {
                    copies.add(copy);
                    toTell.add(() -> witness.copied(tenant, header(event, TYPE), header(event, ID), event.value()));
                });
            }
        }
        List<Future<?>> sent = new ArrayList<>();
        copies.forEach(copy -> sent.add(producer().send(copy)));
        long copied = sent.stream().filter(this::isTaken).count();
        counters.copied((int) copied);
        toTell.forEach(Runnable::run);
        if (unassigned > 0) {
            LOG.debugf("%d events are of no tenant that has a topic", unassigned);
            counters.unassigned(unassigned);
        }
    }

    /** Nothing of a record that only a bug or somebody's mischief can have written: it must not stop the others. */
    private Optional<ProducerRecord<byte[], byte[]>> copy(String tenant, ConsumerRecord<byte[], byte[]> event) {
        try {
            String type = header(event, TYPE);
            byte[] data = redaction.data(tenant, type == null ? "" : type, event.value());
            return Optional.of(new ProducerRecord<>(
                    TenantTopics.of(tenant), null, event.timestamp(), event.key(), data, event.headers()));
        } catch (Unavailable | UncheckedIOException e) {
            throw e; // of ours, not of the record
        } catch (RuntimeException e) {
            LOG.errorf(
                    "Record %s-%d@%d is not copied to its tenant: %s",
                    event.topic(),
                    event.partition(),
                    event.offset(),
                    e.getClass().getName());
            counters.leftOut();
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<?, ?> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** Waits for it; one that is larger than the broker takes will never be taken, and must not stop the others. */
    private boolean isTaken(Future<?> written) {
        try {
            written.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            throw new KafkaException("A record was not taken for " + PATIENCE + "; is its topic gone?");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException tooLarge) {
                LOG.errorf("A record is not copied to its tenant: %s", tooLarge.getMessage());
                counters.leftOut();
                return false;
            }
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before all was written", e);
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (isClosed()) {
            throw new IllegalStateException("Closed before all was written");
        }
        if (producer == null) {
            Map<String, Object> config = new HashMap<>(connection);
            config.put(ProducerConfig.CLIENT_ID_CONFIG, "admin-gateway-out");
            config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            config.put(ProducerConfig.ACKS_CONFIG, "all");
            // Never given up: a record that is, is overtaken by the one behind it.
            config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
            config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
            config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            config.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
            producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /** After a failure nothing of the old producer may come late. */
    private void startAnew() {
        closeProducer();
        topics.forget();
    }

    private synchronized void closeProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private void pause(Duration wait) {
        try {
            if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("What waits to be copied is given up: this gateway stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before all was written", e);
        }
    }

    /** A batch that waits is given up. By any thread. */
    @Override
    public void close() {
        closing.countDown();
        closeProducer();
        topics.close();
    }
}

package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.Position;
import dev.foyer.base.events.CloudEventReader;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads one small compacted topic whole, at every start and by every instance, and then follows it; from its beginning again when
 * it was deleted and made anew. Belongs to no group and commits nothing. A record that cannot be used is skipped, counted and said once; what was said before of its key
 * holds then. Thread-safe.
 */
public final class TableReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TableReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    /** Once all is read: what comes ends a wait at once. */
    private static final Duration IDLE_POLL = Duration.ofSeconds(2);
    /** A failure of a moment is none: the next consumer reads on. */
    private static final Duration STOPPED_AFTER = Duration.ofSeconds(2);

    /** So long the broker waits for news before it answers that there is none; news ends that, too. */
    private static final int BROKER_WAIT_MILLIS = 2_000;

    private final Map<String, Object> kafka;
    private final String topic;
    private final InboundHandler handler;
    private final Duration lookEvery;
    private final ReaderThread thread;
    /** Guarded by this; the offset of the next record per partition. */
    private final Map<Integer, Long> reached = new HashMap<>();

    /** Of the record skipped last, per partition: who begins again says nothing twice. By the reader's thread. */
    private final Map<Integer, Long> lastSkipped = new HashMap<>();

    private final AtomicLong skipped = new AtomicLong();
    private volatile boolean caughtUp;
    /** Since when nothing could be read, {@link System#nanoTime}; {@code null} while it can. */
    private volatile Long failingSince;
    /** To be woken by whoever stops us. */
    private volatile KafkaConsumer<byte[], byte[]> reading;

    public TableReader(Map<String, Object> kafka, String name, String topic, InboundHandler handler) {
        this(kafka, name, topic, handler, SameTopic.EVERY);
    }

    /** @param lookEvery how often it is looked whether the topic is another one that came so far already */
    TableReader(Map<String, Object> kafka, String name, String topic, InboundHandler handler, Duration lookEvery) {
        this.kafka = kafka;
        this.topic = topic;
        this.handler = handler;
        this.lookEvery = lookEvery;
        this.thread = new ReaderThread(name + "-table", this::read, this::wake);
        thread.start();
    }

    /** All that was in the topic when we started has been read. */
    public boolean caughtUp() {
        return caughtUp;
    }

    public boolean alive() {
        return thread.alive();
    }

    /** Whether it does not follow its topic any more: what it holds may be out of date. */
    public boolean stopped() {
        Long since = failingSince;
        return !alive() || since != null && System.nanoTime() - since > STOPPED_AFTER.toNanos();
    }

    /** Records that could not be used, since the start. */
    public long skipped() {
        return skipped.get();
    }

    public String topic() {
        return topic;
    }

    /** Waits until the table has passed the position; false when it did not in time. Blocks. */
    public synchronized boolean await(Position position, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (reached.getOrDefault(position.partition(), 0L) <= position.offset()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void failing() {
        failingSince = failingSince == null ? Long.valueOf(System.nanoTime()) : failingSince;
    }

    private void read() {
        KafkaConsumer<byte[], byte[]> consumer = consumer();
        reading = consumer;
        try (SameTopic same = new SameTopic(kafka, topic, lookEvery)) {
            follow(consumer, same);
        } catch (WakeupException e) {
            // it is to stop
        } catch (OffsetOutOfRangeException e) {
            beginAnew();
        } catch (RuntimeException e) {
            failing();
            throw e;
        } finally {
            reading = null;
            consumer.close(CloseOptions.timeout(Duration.ZERO)); // it has no group to leave, and a fetch may be waiting
        }
    }

    private void wake() {
        KafkaConsumer<byte[], byte[]> now = reading;
        if (now != null) {
            now.wakeup();
        }
    }

    /** What it said before holds until something else is said. */
    private void beginAnew() {
        LOG.warnf("%s was made anew; it is read from its beginning.", topic);
        synchronized (this) {
            reached.clear();
        }
        lastSkipped.clear();
        handler.topicIsAnother();
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer, SameTopic same) {
        List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> end = consumer.endOffsets(all);
        while (!thread.stopping()) {
            consumer.poll(caughtUp ? IDLE_POLL : POLL).forEach(this::take);
            note(consumer, all);
            failingSince = null;
            if (!same.still()) {
                beginAnew();
                return;
            }
            caughtUp =
                    caughtUp || all.stream().allMatch(partition -> consumer.position(partition) >= end.get(partition));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> read) {
        if (read.value() == null) {
            return;
        }
        try {
            InboundEvent event = CloudEventReader.read(read);
            if (handler.understands(event.type())) {
                handler.handle(event);
            }
        } catch (Unacceptable e) {
            skip(read, e.getMessage());
        } catch (RuntimeException e) {
            skip(read, "It cannot be used (" + e.getClass().getSimpleName() + ").");
        }
    }

    private void skip(ConsumerRecord<byte[], byte[]> read, String why) {
        Long last = lastSkipped.get(read.partition());
        if (last == null || last < read.offset()) {
            lastSkipped.put(read.partition(), read.offset());
            skipped.incrementAndGet();
            LOG.warnf("%s-%d@%d is skipped: %s", topic, read.partition(), read.offset(), why);
        }
    }

    private synchronized void note(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> all) {
        all.forEach(partition -> reached.put(partition.partition(), consumer.position(partition)));
        notifyAll();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, Thread.currentThread().getName());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // We say where we begin; that the place is not there any more is for us to know, and not to be passed over.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, BROKER_WAIT_MILLIS);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        thread.stop();
    }
}

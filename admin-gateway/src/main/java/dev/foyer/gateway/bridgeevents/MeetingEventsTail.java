package dev.foyer.gateway.bridgeevents;

import dev.foyer.gateway.streams.Audience;
import dev.foyer.gateway.streams.Layout;
import dev.foyer.gateway.streams.Positions;
import dev.foyer.gateway.streams.Said;
import dev.foyer.gateway.streams.StreamSource;
import dev.foyer.gateway.streams.Subscription;
import dev.foyer.gateway.streams.TopicReaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Follows the end of {@code meeting.events} while somebody listens, for all connections together. What it reads is offered to those
 * of its tenant, and nobody is waited for. Thread-safe.
 */
final class MeetingEventsTail implements StreamSource {

    private static final Logger LOG = Logger.getLogger(MeetingEventsTail.class);
    private static final List<String> TOPICS = List.of("meeting.events");
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TopicReaders topics;
    private final Audience audience;
    /** Changed while nobody comes or goes. */
    private volatile boolean running;

    /** @param buffer how many events wait for each */
    MeetingEventsTail(TopicReaders topics, int buffer) {
        this.topics = topics;
        this.audience = new Audience(CallEvents::said, buffer);
    }

    @Override
    public Subscription subscribe(String tenant, Predicate<Said> wanted) throws InterruptedException {
        return audience.join(tenant, wanted, this::start, PATIENCE);
    }

    private void start() {
        if (!running) {
            running = true;
            Thread.ofPlatform().daemon().name("bridge-events").start(this::run);
        }
    }

    @Override
    public void unsubscribe(Subscription over) {
        audience.leave(over);
    }

    @Override
    public Positions quiet(Subscription subscription) {
        return audience.quiet(subscription);
    }

    private void run() {
        while (goesOn()) {
            try {
                follow();
            } catch (OffsetOutOfRangeException e) {
                LOG.warnf("What bridges have not heard yet is gone; they are told so: %s", e.getMessage());
                audience.end();
            } catch (RuntimeException e) {
                LOG.warnf("Events for bridges are read on in a moment: %s", e.toString());
                pause();
            }
        }
    }

    private void follow() {
        Layout layout = topics.layout(TOPICS);
        try (Consumer<byte[], byte[]> consumer = topics.open("admin-gateway-bridge-events", layout)) {
            Optional<Positions> before = audience.positions();
            if (before.isPresent()) {
                TopicReaders.seek(consumer, layout, before.get());
            } else {
                consumer.seekToEnd(consumer.assignment());
                Positions end = layout.positions(TopicReaders.next(consumer));
                audience.open(layout, () -> end);
            }
            while (goesOn()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                Map<TopicPartition, Long> next = new HashMap<>();
                records.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
                audience.tell(records, next);
            }
        }
    }

    /** Nobody listens any more: the next one begins anew. */
    private boolean goesOn() {
        audience.closeIfNobodyListens(() -> running = false);
        return running;
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

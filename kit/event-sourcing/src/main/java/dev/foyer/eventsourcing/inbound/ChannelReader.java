package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.BatchPace;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Handles what one channel brings of others' topics: at least once, in order per key, many keys at a time, and each topic for itself, so
 * that nobody waits for what another tenant's system has written. Who owns the
 * consumer gives it the polls one after the other and commits what the {@link HandledPositions} say, so that a crash
 * repeats and never skips. Thread-safe.
 */
public final class ChannelReader {

    /** In memory and not handled, of all topics together; in the weight of {@link PolledPart}. */
    static final int MOST_UNHANDLED = 20_000;

    private static final Executor LATER = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);

    private final HandledPositions positions;
    private final TopicIds topicIds;
    private final KeyOrderedProcessor processor;
    private final BatchPace pace;
    private final Runnable whenFull;
    private volatile boolean stopping;

    /** All guarded by this. */
    private final Map<String, TopicQueue> topics = new HashMap<>();

    private Set<String> full = Set.of();
    private int unhandled;

    /**
     * @param channel as it is called in the configuration, for the metrics
     * @param group whose records are counted
     * @param whenFull is run whenever {@link #fullTopics} are others, and whenever more of them comes all the same; does not block
     */
    public ChannelReader(
            String channel,
            String group,
            InboundHandler handler,
            DeadLetters deadLetters,
            HandledPositions positions,
            TopicIds topicIds,
            Runnable whenFull,
            MeterRegistry metrics) {
        this.positions = positions;
        this.pace = handler.awaited() ? BatchPace.AT_ONCE : BatchPace.BACKGROUND;
        this.topicIds = topicIds;
        this.whenFull = whenFull;
        this.processor = new KeyOrderedProcessor(
                handler, deadLetters, new InboundCounters(metrics, group), topicIds::of, () -> stopping);
        Gauge.builder(
                        "foyer.inbound.oldest.age",
                        this,
                        reader -> reader.oldestAge().toMillis() / 1_000.0)
                .description("Age of the oldest record of a channel that is polled and not handled")
                .baseUnit("seconds")
                .tag("channel", channel)
                .strongReference(true)
                .register(metrics);
    }

    /**
     * Begins with one poll. Done when the next one may come, which is when there is room for it, of some topic that the consumer reads;
     * and not sooner than {@link BatchPace#BACKGROUND} says unless somebody waits, so that many small polls become one. Never fails.
     *
     * @param handled is run when something of it is handled that positions can be moved behind
     */
    public CompletionStage<Void> read(ConsumerRecords<byte[], byte[]> poll, Runnable handled) {
        if (stopping) {
            return new CompletableFuture<>(); // never: the positions stay before these records
        }
        Map<String, PolledPart> parts = new HashMap<>();
        PolledPart.byTopic(poll).forEach((topic, records) -> {
            Runnable move = positions.begun(records);
            parts.put(topic, PolledPart.of(records, () -> {
                move.run();
                handled.run();
            }));
        });
        return pace.begin(() -> {
            parts.forEach(this::add);
            changed(parts.keySet());
            return room();
        });
    }

    private void add(String topic, PolledPart part) {
        PolledPart counted = new PolledPart(part.records(), part.weight(), () -> {
            part.handled().run();
            handled(part);
        });
        synchronized (this) {
            unhandled += part.weight();
            topics.computeIfAbsent(topic, first -> new TopicQueue(this::begin, () -> changed(Set.of())))
                    .add(counted);
        }
    }

    private InFlightPoll begin(PolledPart part, InFlightPoll before) {
        return stopping || !topicIds.read(part.records(), () -> stopping)
                ? null
                : processor.begin(part.records(), before);
    }

    private synchronized void handled(PolledPart part) {
        unhandled -= part.weight();
    }

    /** @param polled of these something came just now */
    private void changed(Set<String> polled) {
        boolean tell;
        synchronized (this) {
            topics.values().removeIf(TopicQueue::isEmpty);
            Set<String> now = new HashSet<>();
            topics.forEach((topic, queue) -> {
                if (queue.isFull()) {
                    now.add(topic);
                }
            });
            tell = !now.equals(full) || polled.stream().anyMatch(now::contains);
            full = now;
        }
        if (tell) {
            whenFull.run();
        }
    }

    /** Those of which enough is polled: they are to be paused, so that the others go on. */
    public synchronized Set<String> fullTopics() {
        return full;
    }

    private CompletionStage<Void> room() {
        CompletableFuture<Void> room = new CompletableFuture<>();
        lookForRoom(room);
        return room;
    }

    /** Now and then: it comes when something is handled, and when the consumer gets another topic. */
    private void lookForRoom(CompletableFuture<Void> room) {
        if (hasRoom()) {
            room.complete(null);
        } else if (!stopping) {
            LATER.execute(() -> lookForRoom(room));
        }
    }

    /** For some topic at least: who is full is paused, and does not come. */
    private synchronized boolean hasRoom() {
        return unhandled < MOST_UNHANDLED && (full.isEmpty() || !full.containsAll(positions.topics()));
    }

    /** Since when the oldest record waits that was polled and is not handled, by its own time; zero when none does. */
    public synchronized Duration oldestAge() {
        OptionalLong oldest = topics.values().stream()
                .map(TopicQueue::oldest)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
        long age = oldest.isPresent() ? System.currentTimeMillis() - oldest.getAsLong() : 0;
        return Duration.ofMillis(Math.max(0, age));
    }

    /** From now on nothing is begun or tried again. */
    public void stop() {
        stopping = true;
    }
}

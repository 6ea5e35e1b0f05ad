package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.BatchPace;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Handles what one channel brings of others' topics: at least once, in order per key, many keys at a time. Who owns the
 * consumer gives it the polls one after the other and commits what the {@link HandledPositions} say, so that a crash
 * repeats and never skips. Thread-safe.
 */
public final class ChannelReader {

    private final HandledPositions positions;
    private final TopicIds topicIds;
    private final KeyOrderedProcessor processor;
    private final BatchPace pace;
    private volatile InFlightPoll last = InFlightPoll.NOTHING;
    private volatile InFlightPoll beforeLast = InFlightPoll.NOTHING;
    private volatile boolean stopping;

    /**
     * @param channel as it is called in the configuration, for the metrics
     * @param group whose records are counted
     */
    public ChannelReader(
            String channel,
            String group,
            InboundHandler handler,
            DeadLetters deadLetters,
            HandledPositions positions,
            TopicIds topicIds,
            MeterRegistry metrics) {
        this.positions = positions;
        this.pace = handler.awaited() ? BatchPace.AT_ONCE : BatchPace.BACKGROUND;
        this.topicIds = topicIds;
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
     * Begins with one poll. Done when the next one may come, which is when the poll before this one is handled: while one
     * is decided the next is begun, so that the owners never wait for the reader, and no more than two are in flight; and not
     * sooner than {@link BatchPace#BACKGROUND} says unless somebody waits, so that many small polls become one. Never fails.
     *
     * @param handled is run when all of this poll and of those before it is handled
     */
    public CompletionStage<Void> read(ConsumerRecords<byte[], byte[]> poll, Runnable handled) {
        if (stopping) {
            return new CompletableFuture<>(); // never: the positions stay before these records
        }
        Runnable move = positions.begun(poll);
        // Reading hundreds of envelopes takes milliseconds, for which no thread of others may be held.
        return pace.begin(() -> {
            if (!topicIds.read(poll, () -> stopping)) {
                return new CompletableFuture<>(); // never, as above
            }
            InFlightPoll begun = processor.begin(poll, last);
            begun.handled().thenRun(() -> {
                move.run();
                handled.run();
            });
            beforeLast = last;
            last = begun;
            return beforeLast.handled();
        });
    }

    /** Since when the oldest record waits that was polled and is not handled, by its own time; zero when none does. */
    public Duration oldestAge() {
        OptionalLong oldest = Stream.of(beforeLast, last)
                .map(InFlightPoll::oldest)
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

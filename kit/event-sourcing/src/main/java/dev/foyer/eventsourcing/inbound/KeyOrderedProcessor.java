package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.Backoff;
import dev.foyer.base.Unavailable;
import dev.foyer.base.events.CloudEventReader;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.inbound.InFlightPoll.InFlightRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jboss.logging.Logger;

/**
 * Handles records in the order of their keys, or sends them to the dead-letter topic. Polls are begun one after the other.
 */
final class KeyOrderedProcessor {

    private static final Logger LOG = Logger.getLogger(KeyOrderedProcessor.class);
    private static final int MOST_TRIES = 5;
    /** Growing, so that what is away for long is not asked by thousands of records ten times a second. */
    private static final Backoff BACKOFF = Backoff.between(Duration.ofMillis(100), Duration.ofMillis(6_400));

    private final InboundHandler handler;
    private final DeadLetters deadLetters;
    private final InboundCounters counters;
    private final BooleanSupplier stopping;
    private final UnaryOperator<String> topicIds;
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param topicIds of the topic of that name that is read; {@code null} when nobody knows */
    KeyOrderedProcessor(
            InboundHandler handler,
            DeadLetters deadLetters,
            InboundCounters counters,
            UnaryOperator<String> topicIds,
            BooleanSupplier stopping) {
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.counters = counters;
        this.topicIds = topicIds;
        this.stopping = stopping;
    }

    /**
     * Begins with all of them, those of a key one after the other; also behind those of the same key of the poll before,
     * which may still be in flight.
     */
    InFlightPoll begin(Iterable<ConsumerRecord<byte[], byte[]>> polled, InFlightPoll before) {
        Map<Bytes, CompletableFuture<Object>> lastOfKey = new HashMap<>();
        List<InFlightRecord> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : polled) {
            records.add(new InFlightRecord(each.timestamp(), begin(each, lastOfKey, before)));
        }
        return new InFlightPoll(lastOfKey, allOf(before, records), records);
    }

    private CompletableFuture<Object> begin(
            ConsumerRecord<byte[], byte[]> each, Map<Bytes, CompletableFuture<Object>> lastOfKey, InFlightPoll before) {
        if (each.key() == null) {
            return untilHandled(each, 1);
        }
        Bytes key = Bytes.wrap(each.key());
        CompletableFuture<Object> ahead =
                lastOfKey.getOrDefault(key, before.lastOfKey().get(key));
        CompletableFuture<Object> handled = ahead == null || ahead.isDone()
                ? untilHandled(each, 1)
                : ahead.thenCompose(done -> untilHandled(each, 1));
        lastOfKey.put(key, handled);
        return handled;
    }

    private static CompletableFuture<Void> allOf(InFlightPoll before, List<InFlightRecord> records) {
        return CompletableFuture.allOf(
                Stream.concat(Stream.of(before.handled()), records.stream().map(InFlightRecord::handled))
                        .toArray(CompletableFuture[]::new));
    }

    /**
     * Tries again until the record is handled or a dead letter; never fails. What is away is waited for however long it
     * takes, because nothing may be lost; any other failure is a bug of the handler with this record, and after some
     * tries it must not stop all the others.
     */
    private CompletableFuture<Object> untilHandled(ConsumerRecord<byte[], byte[]> each, int tries) {
        return attempt(each, tries)
                .thenApply(Object.class::cast)
                .exceptionallyCompose(failure -> {
                    if (stopping.getAsBoolean()) {
                        return new CompletableFuture<>(); // never: the position stays before this record
                    }
                    counters.retried();
                    return tries == 1 ? waits(each, cause(failure)) : later(each, tries);
                })
                .toCompletableFuture();
    }

    /** One line for all that wait at a time; the counter has each. */
    private CompletableFuture<Object> waits(ConsumerRecord<byte[], byte[]> each, Throwable why) {
        if (waiting.getAndIncrement() == 0) {
            LOG.warnf(
                    "%s-%d@%d cannot be handled yet and is tried again, as is what comes meanwhile: %s",
                    each.topic(),
                    each.partition(),
                    each.offset(),
                    why.getClass().getSimpleName());
        }
        return later(each, 1).whenComplete((done, never) -> waiting.decrementAndGet());
    }

    private CompletableFuture<Object> later(ConsumerRecord<byte[], byte[]> each, int tries) {
        return CompletableFuture.completedFuture(null)
                .thenComposeAsync(again -> untilHandled(each, tries + 1), afterWait(tries));
    }

    private static Executor afterWait(int tries) {
        return CompletableFuture.delayedExecutor(BACKOFF.after(tries).toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletionStage<?> attempt(ConsumerRecord<byte[], byte[]> each, int tries) {
        try {
            // Most of what is in the topics of all services is none of this one's business, and reading it whole costs.
            if (CloudEventReader.type(each)
                    .filter(type -> !handler.understands(type))
                    .isPresent()) {
                return skipped();
            }
            InboundEvent event = CloudEventReader.read(each).of(topicIds.apply(each.topic()));
            if (!handler.understands(event.type())) {
                return skipped();
            }
            return handler.handle(event)
                    .thenApply(done -> {
                        counters.handled();
                        return (Object) done;
                    })
                    .exceptionallyCompose(failure -> failed(each, cause(failure), tries));
        } catch (RuntimeException failure) {
            return failed(each, failure, tries);
        }
    }

    private CompletionStage<?> skipped() {
        counters.skipped();
        return CompletableFuture.completedFuture(null);
    }

    private <T> CompletionStage<T> failed(ConsumerRecord<byte[], byte[]> each, Throwable why, int tries) {
        if (why instanceof Unacceptable unacceptable) {
            return unacceptable.isSecret()
                    ? written(each, why.getMessage(), deadLetters.sendWithoutContent(each, why.getMessage()))
                    : sendToDeadLetters(each, why.getMessage());
        }
        if (why instanceof Unavailable || tries < MOST_TRIES) {
            return CompletableFuture.failedFuture(why);
        }
        return sendToDeadLetters(
                each, "The handler failed with " + why.getClass().getSimpleName() + " " + tries + " times.");
    }

    /** Fails when the dead-letter topic does not take it; the record is tried again then, as when others are away. */
    private <T> CompletionStage<T> sendToDeadLetters(ConsumerRecord<byte[], byte[]> each, String reason) {
        return written(each, reason, deadLetters.send(each, reason, handler.confidential()));
    }

    private <T> CompletionStage<T> written(
            ConsumerRecord<byte[], byte[]> each, String reason, CompletionStage<Void> letter) {
        return letter.thenApply(done -> {
            counters.deadLetter();
            LOG.warnf("%s-%d@%d to dead letters: %s", each.topic(), each.partition(), each.offset(), reason);
            return null;
        });
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}

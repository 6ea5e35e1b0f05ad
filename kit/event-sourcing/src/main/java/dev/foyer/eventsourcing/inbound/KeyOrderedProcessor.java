package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.Backoff;
import dev.foyer.base.Unavailable;
import dev.foyer.base.events.CloudEventReader;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
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
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jboss.logging.Logger;

/** What becomes of records: handled, in the order of their keys, or buried. Begun by the reading thread only. */
final class KeyOrderedProcessor {

    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final int MOST_TRIES = 5;
    /** Growing, so that what is away for long is not asked by thousands of records ten times a second. */
    private static final Backoff BACKOFF = Backoff.between(Duration.ofMillis(100), Duration.ofMillis(6_400));

    private final InboundHandler handler;
    private final DeadLetters deadLetters;
    private final InboundCounters counters;
    private final BooleanSupplier stopping;

    KeyOrderedProcessor(
            InboundHandler handler, DeadLetters deadLetters, InboundCounters counters, BooleanSupplier stopping) {
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.counters = counters;
        this.stopping = stopping;
    }

    /**
     * Begins with all of them, those of a key one after the other; also behind those of the same key that are still under
     * way. No more than two polls are under way at a time, which bounds what waits for decisions.
     */
    InFlightPoll begin(Iterable<ConsumerRecord<byte[], byte[]>> polled, InFlightPoll before) {
        Map<Bytes, CompletableFuture<Object>> lastOfKey = new HashMap<>();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : polled) {
            if (each.key() == null) {
                all.add(untilHandled(each, 1));
                continue;
            }
            Bytes key = Bytes.wrap(each.key());
            CompletableFuture<Object> ahead =
                    lastOfKey.getOrDefault(key, before.lastOfKey().get(key));
            lastOfKey.put(
                    key,
                    ahead == null || ahead.isDone()
                            ? untilHandled(each, 1)
                            : ahead.thenCompose(done -> untilHandled(each, 1)));
        }
        all.addAll(lastOfKey.values());
        return new InFlightPoll(
                lastOfKey, CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)), new HashMap<>());
    }

    /**
     * Tries again until the record is handled or buried. "Not now" is tried for ever, because nothing may be lost; any
     * other failure is a bug of the handler with this record, and after some tries it must not stop all the others.
     */
    private CompletableFuture<Object> untilHandled(ConsumerRecord<byte[], byte[]> each, int tries) {
        return attempt(each)
                .thenApply(Object.class::cast)
                .exceptionallyCompose(failure -> {
                    if (stopping.getAsBoolean()) {
                        return new CompletableFuture<>(); // never: the position stays before this record
                    }
                    Throwable why = cause(failure);
                    if (!(why instanceof Unavailable) && tries >= MOST_TRIES) {
                        return bury(
                                each,
                                new Unacceptable("The handler failed with "
                                        + why.getClass().getSimpleName() + " " + tries + " times."));
                    }
                    counters.retried();
                    if (tries == 1) { // the counter has the others
                        LOG.warnf(
                                "%s-%d@%d cannot be handled yet and is tried again: %s",
                                each.topic(),
                                each.partition(),
                                each.offset(),
                                why.getClass().getSimpleName());
                    }
                    return CompletableFuture.completedFuture(null)
                            .thenComposeAsync(again -> untilHandled(each, tries + 1), afterWait(tries));
                })
                .toCompletableFuture();
    }

    private static Executor afterWait(int tries) {
        return CompletableFuture.delayedExecutor(BACKOFF.after(tries).toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletionStage<?> attempt(ConsumerRecord<byte[], byte[]> each) {
        try {
            InboundEvent event = CloudEventReader.read(each);
            if (!handler.understands(event.type())) {
                counters.skipped();
                return CompletableFuture.completedFuture(null);
            }
            return handler.handle(event)
                    .thenApply(done -> {
                        counters.handled();
                        return (Object) done;
                    })
                    .exceptionallyCompose(failure -> cause(failure) instanceof Unacceptable no
                            ? bury(each, no)
                            : CompletableFuture.failedFuture(failure));
        } catch (Unacceptable no) {
            return bury(each, no);
        } catch (RuntimeException bug) {
            return CompletableFuture.failedFuture(bug);
        }
    }

    private <T> CompletionStage<T> bury(ConsumerRecord<byte[], byte[]> each, Unacceptable why) {
        counters.buried();
        LOG.warnf("%s-%d@%d to dead letters: %s", each.topic(), each.partition(), each.offset(), why.getMessage());
        return deadLetters.bury(each, why.getMessage(), handler.confidential()).thenApply(done -> null);
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}

package dev.foyer.service.eventsourced.deadletters;

import dev.foyer.base.Backoff;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.base.events.BuriedRecord;
import dev.foyer.base.events.BuriedRecord.Kept;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.deadletters.DeadLetter;
import dev.foyer.eventsourcing.deadletters.DeadLetter.Replaying;
import dev.foyer.eventsourcing.deadletters.DeadLetterCommand.EndReplay;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.ReplayBegun;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.ReplayContinued;
import dev.foyer.eventsourcing.deadletters.DeadLetterType;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.eventsourcing.inbound.LetterReader;
import dev.foyer.eventsourcing.inbound.LetterReplay;
import dev.foyer.service.CountedWords;
import dev.foyer.service.ServiceConfig;
import dev.foyer.service.eventsourced.ChannelConfig;
import dev.foyer.service.eventsourced.EventSourcedService;
import dev.foyer.service.eventsourced.LocalAggregates;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Handles dead letters again, at the owner of each: the stored bytes go to the handler of the channel that they came by, and what
 * comes of it back to the letter. If anything fails on the way, or the process dies, the letter's timer says so again, and the same
 * attempt makes the same commands. Never blocks its caller, thread-safe.
 */
@ApplicationScoped
public class Replays implements CommitListener<DeadLetter, DeadLetterEvent> {

    private static final Logger LOG = Logger.getLogger(Replays.class);
    private static final int MOST_TRIES = 5;
    private static final Backoff BACKOFF = Backoff.between(Duration.ofMillis(100), Duration.ofMillis(1_600));

    @Inject
    ServiceConfig common;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    @LocalAggregates
    Commands own;

    @Inject
    Instance<EventSourcedService> service;

    @Inject
    Instance<DeadLetterType> type;

    @Inject
    ChannelConfig channels;

    @Inject
    MeterRegistry metrics;

    private LetterReader reader;
    private CountedWords replayed;

    @PostConstruct
    void register() {
        replayed = CountedWords.of(
                metrics,
                "foyer.inbound.replayed",
                "Dead letters that were tried again, by what became of them",
                "outcome",
                List.of("handled", "dead-letter"));
    }

    /** Its series are there from the start. */
    void start(@Observes StartupEvent event) {}

    /** Those that failed because something else was away are tried for a moment, then by their timer. */
    @Override
    public void committed(String id, DeadLetter state, List<DeadLetterEvent> events) {
        DeadLetterEvent last = events.getLast();
        if (state instanceof Replaying replaying && (last instanceof ReplayBegun || last instanceof ReplayContinued)) {
            Thread.startVirtualThread(() -> replay(id, replaying));
        }
    }

    /** The timer knows what is left to do. */
    @Override
    public boolean wantsRecovery() {
        return false;
    }

    @Override
    public void recovered(String id, DeadLetter state) {}

    /** The letter, if it is that tenant's; blocks. @throws Unavailable when the broker does not say */
    Optional<BuriedRecord> find(String tenant, String letter, int partition, long offset) {
        return reader().letter(letter, partition, offset)
                .filter(found -> found.owner().equals(tenant));
    }

    private void replay(String id, Replaying replaying) {
        String letter = DeadLetterType.letterOf(id);
        handled(id, letter, replaying, 1)
                .thenCompose(why -> end(id, replaying, why))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.debugf("The replay of %s is tried again later: %s", id, failure.getMessage());
                    }
                });
    }

    private CompletionStage<Optional<String>> handled(String id, String letter, Replaying replaying, int tries) {
        return handle(id, letter, replaying).exceptionallyCompose(failure -> {
            Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
            return tries == MOST_TRIES || !(why instanceof Unavailable)
                    ? CompletableFuture.failedStage(why)
                    : CompletableFuture.<Optional<String>>completedStage(null)
                            .thenComposeAsync(waited -> handled(id, letter, replaying, tries + 1), later(tries));
        });
    }

    private CompletionStage<Optional<String>> handle(String id, String letter, Replaying replaying) {
        try {
            var place = replaying.place();
            Optional<BuriedRecord> found = find(DeadLetterType.tenantOf(id), letter, place.partition(), place.offset());
            Optional<ConsumerRecord<byte[], byte[]>> content = found.flatMap(reader()::content);
            if (content.isEmpty()) {
                return CompletableFuture.completedStage(Optional.of(gone(found)));
            }
            Optional<InboundHandler> handler = handler(place.topic());
            return handler.isEmpty()
                    ? CompletableFuture.completedStage(
                            Optional.of("Nothing here reads the topic that it came from any more; discard the letter."))
                    : LetterReplay.handle(
                            content.get(),
                            handler.get(),
                            replaying.replay(letter),
                            replaying.asked().correlationId());
        } catch (Unavailable e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private static String gone(Optional<BuriedRecord> letter) {
        return letter.filter(found -> found.kept() == Kept.NOTHING).isPresent()
                ? "The record may hold a PIN, so nothing of it is kept; it has to be sent again, without one."
                : "The record is not kept any more; it has to be sent again.";
    }

    /** By who asked for it, at this owner only: whoever owns it by now begins again. */
    private CompletionStage<?> end(String id, Replaying replaying, Optional<String> why) {
        replayed.count(why.isEmpty() ? "handled" : "dead-letter");
        CommandMeta meta = new CommandMeta(
                        replaying.asked().commandId() + "/end-" + replaying.attempt(),
                        replaying.asked().correlationId(),
                        replaying.asked().actor())
                .because(replaying.asked().reason());
        return own.submit(type.get().aggregates(), id, new EndReplay(replaying.attempt(), why.orElse(null)), meta);
    }

    private Optional<InboundHandler> handler(String topic) {
        Map<String, InboundHandler> handlers = service.get().inbound();
        return channels.channelOf(topic, handlers.keySet()).map(handlers::get);
    }

    private static Executor later(int tries) {
        return CompletableFuture.delayedExecutor(
                BACKOFF.after(tries).toMillis(), TimeUnit.MILLISECONDS, task -> Thread.startVirtualThread(task));
    }

    private synchronized LetterReader reader() {
        if (reader == null) {
            reader = new LetterReader(kafka, common.service());
        }
        return reader;
    }

    @PreDestroy
    synchronized void close() {
        if (reader != null) {
            reader.close();
        }
    }
}

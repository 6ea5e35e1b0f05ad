package dev.foyer.gateway.bridgeevents;

import dev.foyer.base.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * One connection of a bridge, from the position that it comes with to its end: what it missed, then what happens. Each event once,
 * for its position is that of the client. Blocks its callers, which are virtual threads. Thread-safe.
 */
@ApplicationScoped
public class BridgeStreams {

    /** Ahead of the drain, which waits for what is under way: these never end by themselves. */
    private static final int FIRST = 1;

    @Inject
    MeetingEventsTail tail;

    @Inject
    BridgeEventsConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    MeterRegistry metrics;

    private final ReentrantLock counting = new ReentrantLock();
    private final Map<String, Integer> ofTenants = new HashMap<>();
    private final Set<Subscription> open = ConcurrentHashMap.newKeySet();
    private int all;
    private volatile boolean stopping;

    @PostConstruct
    void measure() {
        metrics.gauge("foyer.bridge.streams", open, Set::size);
    }

    /** Where the events go. Each method returns when it is sent, or throws when it cannot be or takes too long. */
    public interface Receiver {

        /** @param id of the event, by which its client comes back */
        void event(String id, String name, String json) throws IOException;

        /** Nothing happened, and the connection is alive. */
        void alive(String id) throws IOException;
    }

    /**
     * Returns when the connection is over: the client is gone or too slow, or its time is over.
     *
     * @param lastId with which the client comes back; {@code null}: it begins now
     * @throws Problem.ProblemException before anything is sent: 503, or 429 when the tenant has too many
     */
    public void stream(String tenant, String lastId, Receiver receiver) {
        enter(tenant);
        try {
            Subscription live = tail.subscribe(tenant);
            open.add(live);
            try {
                listen(live, lastId, receiver);
            } finally {
                open.remove(live);
                tail.unsubscribe(live);
            }
        } catch (IOException e) {
            metrics.counter("foyer.bridge.streams.ended", "why", "client").increment();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leave(tenant);
        }
    }

    private void listen(Subscription live, String lastId, Receiver receiver) throws IOException, InterruptedException {
        long over = System.nanoTime() + config.connectionAge().toNanos();
        Positions heard = begin(live, lastId, receiver);
        while (!stopping && System.nanoTime() < over) {
            CallEvent event = live.next(config.heartbeat());
            if (event != null) {
                if (event.offset() >= heard.of(event.partition())) {
                    heard = heard.max(event.positions());
                    receiver.event(heard.id(), event.name(), event.json());
                }
            } else if (live.isOver()) {
                if (!stopping) {
                    metrics.counter("foyer.bridge.streams.ended", "why", "slow").increment();
                }
                return;
            } else {
                Positions quiet = tail.quiet(live);
                heard = quiet == null ? heard : heard.max(quiet);
                receiver.alive(heard.id());
            }
        }
    }

    /** @return behind what was heard */
    private Positions begin(Subscription live, String lastId, Receiver receiver) throws IOException {
        Positions start = live.start();
        if (lastId == null || lastId.isBlank()) {
            receiver.alive(start.id());
            return start;
        }
        Optional<Positions> asked = Positions.parse(lastId).filter(start::isOf);
        if (asked.isPresent()) {
            try (Consumer<byte[], byte[]> consumer =
                    new MeetingEventsTopic(kafka).open("admin-gateway-bridge-missed")) {
                if (MeetingEventsTopic.has(consumer, asked.get(), Instant.now().minus(config.kept()))) {
                    receiver.alive(asked.get().id());
                    return missed(consumer, live, asked.get(), receiver);
                }
            }
        }
        metrics.counter("foyer.bridge.streams.reset").increment();
        receiver.event(start.id(), "reset", "{}");
        return start;
    }

    private static Positions missed(
            Consumer<byte[], byte[]> consumer, Subscription live, Positions asked, Receiver receiver)
            throws IOException {
        Positions until = live.start();
        Positions heard = asked;
        MeetingEventsTopic.seek(consumer, asked);
        while (!isThere(MeetingEventsTopic.positions(consumer), until)) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(500));
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() >= until.of(record.partition())) {
                    continue; // comes live
                }
                long[] next = heard.next();
                next[record.partition()] = record.offset() + 1;
                heard = new Positions(heard.topic(), next);
                Positions behind = heard;
                Optional<CallEvent> event = CallEvent.of(record, () -> behind)
                        .filter(one -> one.tenant().equals(live.tenant()));
                if (event.isPresent()) {
                    receiver.event(heard.id(), event.get().name(), event.get().json());
                }
            }
        }
        return heard.max(until);
    }

    private static boolean isThere(long[] next, Positions until) {
        for (int partition = 0; partition < next.length; partition++) {
            if (next[partition] < until.of(partition)) {
                return false;
            }
        }
        return true;
    }

    private void enter(String tenant) {
        counting.lock();
        try {
            if (stopping || all >= config.mostConnections()) {
                throw Problem.unavailable("too-many-listeners", "No more bridges can listen here now; try again.", 5)
                        .exception();
            }
            if (ofTenants.getOrDefault(tenant, 0) >= config.mostOfATenant()) {
                throw new Problem(
                                429,
                                "/problems/too-many-listeners",
                                "Too many connections",
                                "At most " + config.mostOfATenant()
                                        + " connections of one tenant listen at a time; close one, or try again.",
                                Map.of("Retry-After", "10"))
                        .exception();
            }
            all++;
            ofTenants.merge(tenant, 1, Integer::sum);
        } finally {
            counting.unlock();
        }
    }

    private void leave(String tenant) {
        counting.lock();
        try {
            all--;
            ofTenants.computeIfPresent(tenant, (_, count) -> count == 1 ? null : count - 1);
        } finally {
            counting.unlock();
        }
    }

    /** Clients come back at another gateway, where they go on. */
    void stop(@Observes @Priority(FIRST) ShutdownDelayInitiatedEvent event) {
        stopping = true;
        open.forEach(Subscription::end);
    }
}

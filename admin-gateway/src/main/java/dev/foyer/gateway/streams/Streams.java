package dev.foyer.gateway.streams;

import dev.foyer.base.Problem;
import dev.foyer.service.CountedWords;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Connections on which somebody listens, each from the position that its client comes with to its end: what it missed, then what
 * happens. Each event once, for its position is that of the client. Blocks its callers, which are virtual threads. Thread-safe.
 */
public final class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);

    private final String name;
    private final StreamLimits limits;
    private final StreamSource source;
    private final Missed missed;
    private final CountedWords ended;
    private final Counter resets;

    private final ReentrantLock counting = new ReentrantLock();
    private final Map<String, Integer> ofTenants = new HashMap<>();
    private final Set<Subscription> open = ConcurrentHashMap.newKeySet();
    private int all;
    private volatile boolean stopping;

    /**
     * @param name of the connections, in metrics and at the broker
     * @param reader the same that the source has
     * @param topics where what was missed is read
     */
    public Streams(
            String name,
            StreamLimits limits,
            StreamSource source,
            RecordReader reader,
            TopicReaders topics,
            MeterRegistry metrics) {
        this.name = name;
        this.limits = limits;
        this.source = source;
        this.missed = new Missed("admin-gateway-" + name + "-missed", limits, reader, topics, () -> stopping);
        Gauge.builder("foyer." + name + ".streams", open, Set::size)
                .description("Connections on which somebody listens")
                .register(metrics);
        this.ended = CountedWords.of(
                metrics,
                "foyer." + name + ".streams.ended",
                "Connections that ended before we stopped, by why",
                "why",
                List.of("client", "away", "slow"));
        this.resets = Counter.builder("foyer." + name + ".streams.reset")
                .description("Connections whose client was told that what it missed is not kept any more")
                .register(metrics);
    }

    /** Where the events go. Each method returns when it is sent, or throws when it cannot be or takes too long. */
    public interface Receiver {

        /** @param id of the event, by which its client comes back */
        void event(String id, String name, String json) throws IOException;

        /** Nothing happened, and the connection is alive. */
        void alive(String id) throws IOException;
    }

    /**
     * From now on something waits for this client; whoever gets the connection must let it listen.
     *
     * @param wanted of what its tenant is told
     * @throws Problem.ProblemException 503, or 429 when the tenant has too many
     */
    public Connection connect(String tenant, Predicate<Said> wanted) {
        enter(tenant);
        boolean connected = false;
        try {
            Subscription live = source.subscribe(tenant, wanted);
            open.add(live);
            connected = true;
            return new Connection(live);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("stopping", "This gateway stops; try again.", 1)
                    .exception();
        } finally {
            if (!connected) {
                leave(tenant);
            }
        }
    }

    /** Of one client, for one use. */
    public final class Connection {

        private final Subscription live;

        private Connection(Subscription live) {
            this.live = live;
        }

        /**
         * Returns when the connection is over: the client is gone or too slow, or its time is over.
         *
         * @param lastId with which the client comes back; {@code null}: it begins now
         */
        public void listen(String lastId, Receiver receiver) {
            try {
                Streams.this.listen(live, lastId, receiver);
            } catch (IOException e) {
                ended.count("client");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) { // the broker is away, or the view: the client comes back and is told so
                LOG.warnf("Somebody who listens (%s) is cut off: %s", name, e);
                ended.count("away");
            } finally {
                open.remove(live);
                source.unsubscribe(live);
                leave(live.tenant());
            }
        }
    }

    private void listen(Subscription live, String lastId, Receiver receiver) throws IOException, InterruptedException {
        long over = System.nanoTime() + limits.connectionAge().toNanos();
        Positions heard = begin(live, lastId, receiver);
        while (!stopping && System.nanoTime() < over) {
            StreamEvent event = live.next(limits.heartbeat());
            if (event != null) {
                if (event.offset() >= heard.of(event.place())) {
                    heard = heard.max(event.positions());
                    receiver.event(heard.id(), event.said().name(), event.said().json());
                }
            } else if (live.isOver()) {
                if (!stopping) {
                    ended.count("slow");
                }
                return;
            } else {
                Positions quiet = source.quiet(live);
                heard = quiet == null ? heard : heard.max(quiet);
                receiver.alive(heard.id());
            }
        }
    }

    /** @return behind what was heard */
    private Positions begin(Subscription live, String lastId, Receiver receiver)
            throws IOException, InterruptedException {
        Positions start = live.start();
        if (lastId == null || lastId.isBlank() || lastId.equals(start.id())) {
            receiver.alive(start.id());
            return start;
        }
        Optional<Positions> asked = Positions.parse(lastId).filter(start::isOf);
        if (asked.isPresent()) {
            Optional<Positions> heard = missed.tell(live, asked.get(), receiver);
            if (heard.isPresent()) {
                return heard.get();
            }
        }
        resets.increment();
        receiver.event(start.id(), "reset", "{}");
        return start;
    }

    private void enter(String tenant) {
        counting.lock();
        try {
            if (stopping || all >= limits.mostConnections()) {
                throw Problem.unavailable(
                                "too-many-listeners", "No more connections can listen here now; try again.", 5)
                        .exception();
            }
            if (ofTenants.getOrDefault(tenant, 0) >= limits.mostOfATenant()) {
                throw new Problem(
                                429,
                                "/problems/too-many-listeners",
                                "Too many connections",
                                "At most " + limits.mostOfATenant()
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

    /** Clients come back at another gateway, where they go on; nobody else comes. */
    public void stop() {
        stopping = true;
        open.forEach(Subscription::end);
    }
}

package dev.foyer.gateway.live;

import dev.foyer.base.Problem;
import dev.foyer.gateway.index.Onlooker;
import dev.foyer.gateway.streams.Audience;
import dev.foyer.gateway.streams.Layout;
import dev.foyer.gateway.streams.Positions;
import dev.foyer.gateway.streams.Said;
import dev.foyer.gateway.streams.StreamSource;
import dev.foyer.gateway.streams.Subscription;
import dev.foyer.gateway.streams.TopicReaders;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * What this gateway's view shows, as it comes to show it. Told by the view's own reader, so nobody is told of what a question does
 * not find yet. Thread-safe.
 */
@ApplicationScoped
public class LiveView implements StreamSource {

    private static final Logger LOG = Logger.getLogger(LiveView.class);

    @Inject
    LiveConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private TopicReaders topics;
    private Audience audience;
    /** {@code null}: the view answers nothing now. */
    private volatile Map<TopicPartition, Long> shown;

    @PostConstruct
    void open() {
        topics = new TopicReaders(kafka);
        audience = new Audience(new Changes(), config.buffer());
    }

    /** For whoever opens the view. */
    public Onlooker onlooker() {
        return new Onlooker() {
            @Override
            public void ended() {
                shown = null;
                audience.end();
            }

            @Override
            public void shown(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> next) {
                shown = next; // first: who opens meanwhile begins behind these, or is told of them
                try {
                    audience.tell(records, next);
                } catch (RuntimeException e) {
                    LOG.warnf("Who listens to what changes is cut off, and comes again: %s", e.toString());
                    audience.end();
                }
            }
        };
    }

    @Override
    public Subscription subscribe(String tenant, Predicate<Said> wanted) throws InterruptedException {
        if (audience.positions().isEmpty()) {
            begin();
        }
        return audience.join(tenant, wanted, () -> {}, Duration.ZERO);
    }

    private void begin() {
        Map<TopicPartition, Long> now = shown;
        if (now == null) {
            throw Problem.unavailable("recovering", "The gateway still reads what it shows; try again.", 1)
                    .exception();
        }
        try {
            Layout layout = topics.layout(
                    now.keySet().stream().map(TopicPartition::topic).distinct().toList());
            audience.open(layout, () -> layout.positions(shown == null ? now : shown));
        } catch (KafkaException e) {
            LOG.warnf("What changes cannot be told: %s", e.toString());
            throw Problem.unavailable("events-not-available", "The events cannot be read now; try again.", 5)
                    .exception();
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

    /**
     * Up to where the view shows everything, for a client that asks now and listens a moment later.
     *
     * @throws Problem.ProblemException 503 while it shows nothing
     */
    String position() {
        if (audience.positions().isEmpty()) {
            begin();
        }
        return audience.positions().map(Positions::id).orElse("");
    }
}

package dev.foyer.eventsourcing.inbound;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;

/**
 * Whether a name still means the topic that we began to read: one that was deleted and made anew counts its offsets from nothing, and may
 * be longer than the one before when we look. Asks the broker now and then, and waits for no answer. For one thread.
 */
final class SameTopic implements AutoCloseable {

    static final Duration EVERY = Duration.ofSeconds(30);

    private final Admin admin;
    private final String topic;
    private final Duration every;
    private KafkaFuture<TopicDescription> asked;
    private long askedAt;
    private Uuid id;

    /** @param every how long nothing is asked after a question */
    SameTopic(Map<String, Object> kafka, String topic, Duration every) {
        this.admin = Admin.create(new HashMap<>(kafka));
        this.topic = topic;
        this.every = every;
        ask();
    }

    /** As far as it is known by now; also when the broker does not answer, or says that there is none. */
    boolean still() {
        Uuid first = id;
        if (asked.isDone()) {
            id = answer();
            if (System.nanoTime() - askedAt > every.toNanos()) {
                ask();
            }
        }
        return first == null || first.equals(id);
    }

    private void ask() {
        askedAt = System.nanoTime();
        asked = admin.describeTopics(Set.of(topic)).topicNameValues().get(topic);
    }

    private Uuid answer() {
        try {
            return asked.get().topicId();
        } catch (ExecutionException e) {
            return id; // gone, or nobody to ask: the next answer counts
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a reader", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}

package dev.foyer.gateway.index;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/**
 * Which cluster it is that we read, and which topics: offsets of others mean nothing. A topic that is deleted and made anew counts its offsets from nothing, and may
 * be longer than the one before when somebody looks. Asks the broker now and then, and waits for the first answer only. For one thread.
 */
final class TopicIdentity implements AutoCloseable {

    static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;
    private final List<String> topics;
    private final Duration every;
    private final String cluster;
    private final String first;
    private KafkaFuture<Map<String, TopicDescription>> asked;
    private long askedAt = System.nanoTime();

    /**
     * @param connection the settings of a Kafka client
     * @param every how long nothing is asked after an answer
     * @throws KafkaException when the broker does not answer, or one of the topics does not exist yet
     */
    TopicIdentity(Map<String, Object> connection, List<String> topics, Duration every) {
        this.topics = topics;
        this.every = every;
        this.admin = Admin.create(connection);
        try {
            cluster = answer(admin.describeCluster().clusterId());
            first = text(answer(admin.describeTopics(topics).allTopicNames()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** As it was at the beginning; equal to another one when it is the same. */
    String text() {
        return first;
    }

    /** As far as it is known by now; also when the broker does not answer, or says that there is none. */
    boolean isStill() {
        if (asked == null) {
            if (System.nanoTime() - askedAt >= every.toNanos()) {
                asked = admin.describeTopics(topics).allTopicNames();
            }
            return true;
        }
        if (!asked.isDone()) {
            return true;
        }
        KafkaFuture<Map<String, TopicDescription>> done = asked;
        asked = null;
        askedAt = System.nanoTime();
        try {
            return first.equals(text(answer(done)));
        } catch (KafkaException _) {
            return true; // gone, or nobody to ask: the next answer counts
        }
    }

    private String text(Map<String, TopicDescription> described) {
        return topics.stream()
                .map(topic -> described.get(topic).topicId().toString())
                .collect(joining(" ", cluster + " ", ""));
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The broker does not say which topics there are", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}

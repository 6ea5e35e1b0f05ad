package dev.foyer.service.eventsourced;

import static java.util.stream.Collectors.toSet;

import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Has one channel's consumer leave alone those topics of which enough is polled, so that it goes on with the others: what one tenant has
 * written is not polled as long as it could not be begun, and nobody else waits for it. Thread-safe.
 */
final class TopicPauses {

    private static final Logger LOG = Logger.getLogger(TopicPauses.class);

    private final String channel;
    private final KafkaConsumer<?, ?> consumer;
    private final Channels channels;
    /** By us, not by the connector, which pauses all of them. Only touched by the consumer's thread. */
    private Set<TopicPartition> paused = Set.of();

    TopicPauses(String channel, KafkaConsumer<?, ?> consumer, Channels channels) {
        this.channel = channel;
        this.consumer = consumer;
        this.channels = channels;
    }

    /** Others are to be left alone now; soon, by the consumer's thread, which asks which: that is true, whoever told us last. */
    void look() {
        consumer.runOnPollingThread(
                        (java.util.function.Consumer) (java.util.function.Consumer<Consumer<?, ?>>) this::apply)
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("%s: topics are not paused: %s", channel, failure));
        // A poll that brings nothing would keep it waiting.
        Consumer<?, ?> kafka = consumer.unwrap();
        if (kafka != null) {
            kafka.wakeup();
        }
    }

    private void apply(Consumer<?, ?> kafka) {
        Set<String> full = channels.fullTopics(channel);
        Set<TopicPartition> assigned = kafka.assignment();
        Set<TopicPartition> wanted = those(assigned, partition -> full.contains(partition.topic()));
        if (wanted.size() == assigned.size()) {
            wanted = Set.of(); // there is nothing else to poll, and the reader takes none of it
        }
        kafka.pause(wanted);
        if (!allArePaused(kafka, assigned, full)) {
            Set<TopicPartition> stay = wanted;
            kafka.resume(those(assigned, partition -> paused.contains(partition) && !stay.contains(partition)));
        }
        paused = wanted;
    }

    /** By the connector, because its queue is full: it resumes all of them when there is room. */
    private boolean allArePaused(Consumer<?, ?> kafka, Set<TopicPartition> assigned, Set<String> full) {
        Set<TopicPartition> others = those(assigned, partition -> !paused.contains(partition));
        others = those(others, partition -> !full.contains(partition.topic()));
        return !others.isEmpty() && kafka.paused().containsAll(others);
    }

    private static Set<TopicPartition> those(Set<TopicPartition> all, Predicate<TopicPartition> which) {
        return all.stream().filter(which).collect(toSet());
    }
}

package dev.foyer.eventsourcing.inbound;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Which topics one group reads. */
public sealed interface Subscription {

    /** How long after its creation a topic that matches is read, at the latest and about. Costs a look at all names each. */
    int NOTICED_AFTER_MILLIS = 2_000;

    /** Names the group beside the service. Never changes, or the group would begin anew. */
    String name();

    boolean covers(String topic);

    /** These and no others. */
    record Named(List<String> topics) implements Subscription {
        public Named {
            topics = List.copyOf(topics);
        }

        @Override
        public String name() {
            return String.join("+", topics);
        }

        @Override
        public boolean covers(String topic) {
            return topics.contains(topic);
        }
    }

    /** Every topic with such a name, also those that do not exist yet. */
    record Matching(String name, Pattern pattern) implements Subscription {
        @Override
        public boolean covers(String topic) {
            return pattern.matcher(topic).matches();
        }
    }

    default void subscribe(KafkaConsumer<?, ?> consumer, ConsumerRebalanceListener listener) {
        switch (this) {
            case Named named -> consumer.subscribe(named.topics(), listener);
            case Matching matching -> consumer.subscribe(matching.pattern(), listener);
        }
    }

    /** What the consumer needs beside its usual settings. */
    default Map<String, Object> settings() {
        return switch (this) {
            case Named named -> Map.of();
            case Matching matching -> Map.of(ConsumerConfig.METADATA_MAX_AGE_CONFIG, NOTICED_AFTER_MILLIS);
        };
    }
}

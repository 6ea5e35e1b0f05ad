package dev.foyer.gateway.index;

import org.apache.kafka.common.TopicPartition;

/** The index has positions that Kafka does not have: the topics were made anew, and what the index says is of old ones. */
final class IndexAheadOfTopics extends RuntimeException {

    IndexAheadOfTopics(TopicPartition partition, long position, long begin, long end) {
        super(
                "it stands at " + partition + "@" + position + ", but Kafka has " + begin + " to " + end,
                null,
                false,
                false);
    }
}

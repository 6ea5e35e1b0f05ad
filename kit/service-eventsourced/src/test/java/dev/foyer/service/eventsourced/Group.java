package dev.foyer.service.eventsourced;

import dev.foyer.testing.TestBroker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A group of consumers as the broker sees it. */
final class Group implements AutoCloseable {

    private final TestBroker broker;
    private final Admin admin;
    private final String group;
    private final String topic;

    Group(TestBroker broker, String group, String topic) {
        this.broker = broker;
        this.admin = Admin.create(broker.connection());
        this.group = group;
        this.topic = topic;
    }

    /** What it committed for this partition of its topic; 0 when nothing. */
    long committed(int partition) throws ExecutionException, InterruptedException {
        var all = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var position = all.get(new TopicPartition(topic, partition));
        return position == null ? 0 : position.offset();
    }

    long end(int partition) throws ExecutionException, InterruptedException {
        var at = new TopicPartition(topic, partition);
        return admin.listOffsets(Map.of(at, OffsetSpec.latest()))
                .partitionResult(at)
                .get()
                .offset();
    }

    /** The group, unless it is moving partitions or not there yet. */
    Optional<ConsumerGroupDescription> stable() throws InterruptedException {
        try {
            return Optional.of(admin.describeConsumerGroups(List.of(group))
                            .describedGroups()
                            .get(group)
                            .get())
                    .filter(now -> now.groupState() == GroupState.STABLE);
        } catch (ExecutionException notYet) {
            return Optional.empty();
        }
    }

    /** How many partitions each member has. */
    List<Integer> partitionsOfMembers() throws InterruptedException {
        return stable().stream()
                .flatMap(now -> now.members().stream())
                .map(member -> member.assignment().topicPartitions().size())
                .sorted()
                .toList();
    }

    /** One more, which does what the test lets it do. */
    KafkaConsumer<byte[], byte[]> member() {
        Map<String, Object> config = new HashMap<>(broker.connection());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 6_000);
        var member = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        member.subscribe(List.of(topic));
        return member;
    }

    @Override
    public void close() {
        admin.close();
    }
}

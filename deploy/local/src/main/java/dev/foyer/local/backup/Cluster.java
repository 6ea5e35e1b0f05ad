package dev.foyer.local.backup;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Pause;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What a backup asks of a cluster and a restore tells it, by somebody to whom everything is allowed. Blocks. */
final class Cluster implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Admin admin;

    Cluster(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.admin = Admin.create(settings);
    }

    String id() {
        return get(admin.describeCluster().clusterId());
    }

    Set<String> topics() {
        return new TreeSet<>(get(admin.listTopics().names()));
    }

    Map<String, TopicDescription> describe(Collection<String> topics) {
        return new TreeMap<>(get(admin.describeTopics(topics).allTopicNames()));
    }

    /** The broker's id of each. */
    Map<String, String> ids(Collection<String> topics) {
        return describe(topics).values().stream()
                .collect(Collectors.toMap(
                        TopicDescription::name, topic -> topic.topicId().toString()));
    }

    /** What was said of the topic itself; all else is the broker's. */
    Map<String, String> settings(String topic) {
        ConfigResource of = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return get(admin.describeConfigs(List.of(of)).all()).get(of).entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value, (a, b) -> a, TreeMap::new));
    }

    Map<TopicPartition, Long> begins(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** Behind the last record that is there, in a transaction or not. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** Behind the last record of which it is known whether it counts, and all before it. */
    Map<TopicPartition, Long> committedEnds(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
    }

    private Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec which, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(each -> each, each -> which));
        Map<TopicPartition, Long> found = new HashMap<>();
        get(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, offset) -> found.put(partition, offset.offset()));
        return found;
    }

    /** How far each group has read. */
    Map<String, List<Manifest.Reached>> groups() {
        Map<String, List<Manifest.Reached>> groups = new TreeMap<>();
        for (var group : get(admin.listGroups().all())) {
            var positions = get(admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata());
            List<Manifest.Reached> reached = positions.entrySet().stream()
                    .filter(each -> each.getValue() != null)
                    .map(each -> new Manifest.Reached(
                            each.getKey().topic(),
                            each.getKey().partition(),
                            each.getValue().offset()))
                    .sorted(Comparator.comparing(Manifest.Reached::topic).thenComparing(Manifest.Reached::partition))
                    .toList();
            if (!reached.isEmpty()) {
                groups.put(group.groupId(), reached);
            }
        }
        return groups;
    }

    void setPositions(String group, Map<TopicPartition, OffsetAndMetadata> positions) {
        get(admin.alterConsumerGroupOffsets(group, positions).all());
    }

    List<Manifest.Rule> rules() {
        return get(admin.describeAcls(AclBindingFilter.ANY).values()).stream()
                .map(rule -> new Manifest.Rule(
                        rule.entry().principal(),
                        rule.entry().host(),
                        rule.entry().operation().name(),
                        rule.entry().permissionType().name(),
                        rule.pattern().resourceType().name(),
                        rule.pattern().patternType().name(),
                        rule.pattern().name()))
                .sorted(Comparator.comparing(Manifest.Rule::toString))
                .toList();
    }

    void addRules(List<Manifest.Rule> rules) {
        get(admin.createAcls(rules.stream()
                        .map(rule -> new AclBinding(
                                new ResourcePattern(
                                        ResourceType.valueOf(rule.type()),
                                        rule.name(),
                                        PatternType.valueOf(rule.pattern())),
                                new AccessControlEntry(
                                        rule.principal(),
                                        rule.host(),
                                        AclOperation.valueOf(rule.operation()),
                                        AclPermissionType.valueOf(rule.permission()))))
                        .toList())
                .all());
    }

    /** Returns when the broker shows them. */
    void create(List<NewTopic> topics) {
        get(admin.createTopics(topics).all());
        awaitTopics(
                names -> names.containsAll(topics.stream().map(NewTopic::name).toList()));
    }

    /** Returns when the broker shows none of them any more. */
    void delete(Collection<String> topics) {
        Set<String> there = topics();
        there.retainAll(topics);
        get(admin.deleteTopics(there).all());
        awaitTopics(names -> names.stream().noneMatch(there::contains));
    }

    private void awaitTopics(Predicate<Set<String>> wanted) {
        await("the broker shows its topics", () -> wanted.test(topics()));
    }

    /** How many brokers there are to keep a record. */
    int brokers() {
        return get(admin.describeCluster().nodes()).size();
    }

    static void await(String what, Supplier<Boolean> condition) {
        if (!Pause.untilTrue(Duration.ofMillis(PATIENCE_MILLIS), condition)) {
            throw new CannotRun("Waited a minute until " + what + ", in vain; look at the broker, and try again.");
        }
    }

    private static <T> T get(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new CannotRun("The broker refused: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while the broker was asked.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}

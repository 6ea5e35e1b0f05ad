package dev.foyer.local.tenants;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Pause;
import dev.foyer.local.topics.Service;
import dev.foyer.local.topics.Topic;
import dev.foyer.local.topics.TopicList;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** The topics that are one tenant's alone. */
final class TenantTopics implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;
    private final List<Topic> topics;

    TenantTopics(Map<String, Object> superUser, List<Topic> topics) {
        this.admin = Admin.create(superUser);
        this.topics = topics;
    }

    /** From now on the tenant's systems may do nothing at the broker, connected or not. */
    void shut(String tenant) {
        asked(() -> admin.deleteAcls(List.of(new AclBindingFilter(
                        ResourcePatternFilter.ANY,
                        new AccessControlEntryFilter("User:" + tenant, null, AclOperation.ANY, AclPermissionType.ANY))))
                .all()
                .get());
    }

    /** Whether the services have done what is written there, which must not come after the tenant's end; waits a while. */
    boolean isRead(TopicList declared) {
        List<String> groups = declared.services().stream()
                .map(Service::groups)
                .flatMap(List::stream)
                .toList();
        return Pause.untilTrue(PATIENCE, () -> asked(() -> isRead(groups)));
    }

    /** By a group that has read something of it; of a topic that no group has read nothing is waited for. */
    private boolean isRead(List<String> groups) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = ends();
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            if (ends.entrySet().stream()
                    .filter(end -> done.get(end.getKey()) != null)
                    .anyMatch(end -> done.get(end.getKey()).offset() < end.getValue())) {
                return false;
            }
        }
        return true;
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Topic topic : topics) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                TopicPartition asked = new TopicPartition(topic.name(), partition);
                try {
                    ends.put(
                            asked,
                            admin.listOffsets(Map.of(asked, OffsetSpec.latest()))
                                    .partitionResult(asked)
                                    .get()
                                    .offset());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                        throw e;
                    }
                }
            }
        }
        return ends;
    }

    /** Whatever was written there, and not read by then, is lost. */
    void delete() {
        for (Topic topic : topics) {
            asked(() -> {
                try {
                    return admin.deleteTopics(List.of(topic.name())).all().get();
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                        return null;
                    }
                    throw e;
                }
            });
        }
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw new CannotRun(
                    "The broker does not do what it is asked: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while the broker was asked.", e);
        }
    }

    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    @Override
    public void close() {
        admin.close();
    }
}

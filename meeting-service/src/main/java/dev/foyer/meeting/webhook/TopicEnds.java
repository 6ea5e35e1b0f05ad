package dev.foyer.meeting.webhook;

import static java.util.stream.Collectors.toMap;

import dev.foyer.base.Problem;
import dev.foyer.meeting.domain.webhook.Beginning;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/** Where the topics of tenants end at this moment. Thread-safe, never blocks. */
public final class TopicEnds implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TopicEnds.class);
    private static final int PATIENCE = 5_000;

    private final Map<String, Object> config;

    /** Guarded by this; made when it is first asked, because what is wrong with the configuration is said by whoever looks at it. */
    private Admin admin;

    /** @param kafka how to reach the broker */
    TopicEnds(Map<String, Object> kafka) {
        config = new HashMap<>(kafka);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "meeting-service-webhooks-ends");
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(config);
        }
        return admin;
    }

    /** Of the tenant's events. Fails with 503 when the broker does not say it. */
    public CompletionStage<Beginning> of(String tenant) {
        String topic = PublicRecords.topic(tenant);
        return admin().describeTopics(List.of(topic), new DescribeTopicsOptions().timeoutMs(PATIENCE))
                .topicNameValues()
                .get(topic)
                .toCompletionStage()
                .thenCompose(this::ends)
                .exceptionally(failure -> {
                    Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
                    if (why instanceof UnknownTopicOrPartitionException) {
                        return new Beginning(null, List.of());
                    }
                    LOG.warnf("The broker does not say where %s ends: %s", topic, why.getMessage());
                    throw Problem.unavailable(
                                    "events-unavailable",
                                    "Where your tenant's events are is not known now; try again.",
                                    2)
                            .exception();
                });
    }

    private CompletionStage<Beginning> ends(TopicDescription topic) {
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions().size())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        var latest = partitions.stream().collect(toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin().listOffsets(latest, new ListOffsetsOptions().timeoutMs(PATIENCE))
                .all()
                .toCompletionStage()
                .thenApply(found -> new Beginning(
                        topic.topicId().toString(),
                        partitions.stream()
                                .map(partition -> found.get(partition).offset())
                                .toList()));
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}

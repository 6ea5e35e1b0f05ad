package dev.foyer.service.eventsourced;

import dev.foyer.base.Position;
import dev.foyer.eventsourcing.inbound.TableReader;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Answers whether what others wrote has reached us. Thread-safe; waits on virtual threads, never on the caller's. */
@ApplicationScoped
public class ConsumerProgress {

    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);
    private static final long BETWEEN_LOOKS_MILLIS = 10;

    @Inject
    ServiceRunner runner;

    private Admin admin;

    /** True when this service's tables hold all that was in their topics when it started. Does not wait. */
    public boolean tablesCaughtUp() {
        return runner.tables().stream().allMatch(TableReader::caughtUp);
    }

    /** True when this service's tables have passed all of the positions that are in their topics; false when not in time. */
    public CompletionStage<Boolean> passed(List<Position> positions, Duration atMost) {
        return CompletableFuture.supplyAsync(() -> awaitTables(positions, atMost), VIRTUAL);
    }

    /**
     * True when the group that reads {@code topic} for this service, whichever instance, has handled everything that
     * was in it when this was asked; false when it did not in time. Costs a few requests to the broker, so it is for
     * the rare case where not knowing would be a wrong answer.
     */
    public CompletionStage<Boolean> caughtUp(String topic, Duration atMost) {
        return CompletableFuture.supplyAsync(() -> awaitGroup(topic, atMost), VIRTUAL);
    }

    private boolean awaitTables(List<Position> positions, Duration atMost) {
        try {
            for (Position position : positions) {
                for (TableReader table : runner.tables()) {
                    if (table.topic().equals(position.topic()) && !table.await(position, atMost)) {
                        return false;
                    }
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean awaitGroup(String topic, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            Admin admin = admin();
            Map<TopicPartition, Long> end = ends(admin, topic);
            while (!reached(admin, topic, end)) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(new HashMap<>(runner.connection()));
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        Set<TopicPartition> all =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .collect(Collectors.toSet());
        Map<TopicPartition, OffsetSpec> latest =
                all.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        return admin
                .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private boolean reached(Admin admin, String topic, Map<TopicPartition, Long> end)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(runner.groupOf(topic))
                .partitionsToOffsetAndMetadata()
                .get();
        return end.entrySet().stream().allMatch(entry -> {
            OffsetAndMetadata offset = done.get(entry.getKey());
            return entry.getValue() == 0 || offset != null && offset.offset() >= entry.getValue();
        });
    }
}

package dev.foyer.eventsourcing.inbound;

import static dev.foyer.testing.Patience.answer;
import static dev.foyer.testing.Patience.await;

import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers that share a topic, while its partitions move between them. */
class TopicReaderGroupTest {

    private EmbeddedBroker broker;
    private Admin admin;
    private Conversation talk;

    @BeforeEach
    void startBroker() {
        broker = EmbeddedBroker.start();
        Topics.create(broker, List.of(new NewTopic(DeadLetters.TOPIC, 1, (short) 1)));
        admin = Admin.create(broker.connection());
        talk = new Conversation(broker, 2);
    }

    @AfterEach
    void stop() {
        talk.close();
        admin.close();
        broker.close();
    }

    /** A partition comes to a reader that waits for a command, because the other reader goes: nothing may be skipped. */
    @Test
    void partitionThatArrivesWhileOthersAreHandledIsReadAfterwards() throws Exception {
        CompletableFuture<Void> stuck = new CompletableFuture<>();
        CompletableFuture<Integer> waiting = new CompletableFuture<>();
        for (int i = 0; i < 2; i++) {
            int reader = i;
            talk.read(event -> {
                if (!Conversation.word(event).equals("stuck")) {
                    return talk.note(event);
                }
                waiting.complete(reader);
                return stuck;
            });
        }
        await().until(() -> partitionsOfMembers().equals(List.of(1, 1)));
        talk.sayTo(0, "stuck");
        // Only who has it in hand already is waiting when the other partition comes.
        talk.readers.get(1 - answer(waiting)).close();
        for (int i = 0; i < 20; i++) {
            talk.sayTo(1, "late-" + i);
        }
        await().until(() -> partitionsOfMembers().equals(List.of(2)));
        await().during(Duration.ofSeconds(1)).until(() -> distinct() == 0);
        stuck.complete(null);
        await().until(() -> distinct() == 20);
    }

    /** To leave and come back would move partitions once more: readers could keep each other busy with nothing else. */
    @Test
    void readerStaysInTheGroupWhileItsPartitionsAreMoved() throws Exception {
        talk.read(talk::note);
        await().until(() -> partitionsOfMembers().equals(List.of(2)));
        String reader = await().until(this::stable, Optional::isPresent)
                .orElseThrow()
                .members()
                .iterator()
                .next()
                .consumerId();
        try (KafkaConsumer<byte[], byte[]> sluggish = member();
                KafkaConsumer<byte[], byte[]> next = member()) {
            await().until(() -> {
                sluggish.poll(Duration.ZERO);
                return partitionsOfMembers().equals(List.of(1, 1));
            });
            int kept = await().until(() -> partitionOf(reader), partition -> partition >= 0);
            AtomicInteger said = new AtomicInteger();
            // The group waits for the sluggish one until it loses patience; meanwhile it takes no position.
            await().until(() -> {
                next.poll(Duration.ZERO);
                talk.sayTo(kept, "word-" + said.incrementAndGet());
                return stable().filter(now -> now.members().stream()
                                .anyMatch(member ->
                                        next.groupMetadata().memberId().equals(member.consumerId())))
                        .isPresent();
            });
            await().until(() -> distinct() == said.get());
            // Who was gone in between is another member now.
            await().until(() -> partitionOf(reader) == kept);
        }
    }

    private long distinct() {
        return talk.handled.stream().distinct().count();
    }

    /** The group, unless it is moving partitions or not there yet. */
    private Optional<ConsumerGroupDescription> stable() throws InterruptedException {
        try {
            return Optional.of(admin.describeConsumerGroups(List.of(talk.group))
                            .describedGroups()
                            .get(talk.group)
                            .get())
                    .filter(group -> group.groupState() == GroupState.STABLE);
        } catch (ExecutionException notYet) {
            return Optional.empty();
        }
    }

    private List<Integer> partitionsOfMembers() throws InterruptedException {
        return stable().stream()
                .flatMap(group -> group.members().stream())
                .map(member -> member.assignment().topicPartitions().size())
                .toList();
    }

    private int partitionOf(String memberId) throws InterruptedException {
        return stable().stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> member.consumerId().equals(memberId))
                .map(MemberDescription::assignment)
                .flatMap(assignment -> assignment.topicPartitions().stream())
                .mapToInt(TopicPartition::partition)
                .findAny()
                .orElse(-1);
    }

    private KafkaConsumer<byte[], byte[]> member() {
        Map<String, Object> config = new HashMap<>(broker.connection());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, talk.group);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 6_000);
        var member = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        member.subscribe(List.of(talk.topic));
        return member;
    }
}

package dev.foyer.eventsourcing.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.Actor;
import dev.foyer.eventsourcing.CommandMeta;
import dev.foyer.eventsourcing.Publisher.PublicRecord;
import dev.foyer.eventsourcing.Unavailable;
import dev.foyer.eventsourcing.events.InboundHandler.Unacceptable;
import dev.foyer.eventsourcing.testing.EmbeddedBroker;
import dev.foyer.eventsourcing.testing.TopicContents;
import dev.foyer.eventsourcing.testing.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Others' records: at least once, in order per key, and nothing unreadable stops the rest. */
class TopicReaderTest {

    private static final CloudEventWriter WRITER = new CloudEventWriter("others");
    private static final String TYPE = "foyer.others.Said.v1";

    private static EmbeddedBroker broker;
    private static KafkaProducer<byte[], byte[]> producer;

    private final String topic = "others-" + UUID.randomUUID();
    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
    private final List<TopicReader> readers = new ArrayList<>();
    private DeadLetters deadLetters;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start();
        Topics.create(broker, List.of(new NewTopic(DeadLetters.TOPIC, 1, (short) 1)));
        producer = new KafkaProducer<>(broker.connection(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void stopBroker() {
        producer.close();
        broker.close();
    }

    @BeforeEach
    void createTopic() {
        Topics.create(broker, List.of(new NewTopic(topic, 1, (short) 1)));
        deadLetters = new DeadLetters(broker.connection(), "tester");
    }

    @AfterEach
    void stopReaders() {
        readers.forEach(TopicReader::close);
        deadLetters.close();
    }

    @Test
    void keepsTheOrderOfAKeyThroughFailures() throws Exception {
        for (int i = 0; i < 50; i++) {
            say("key-" + i % 5, "word-" + i, TYPE);
        }
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        read(event -> {
            String word = word(event);
            boolean failsFirst = word.endsWith("3") && failures.merge(word, 1, Integer::sum) == 1;
            return failsFirst ? failed(new Unavailable(Unavailable.Reason.MOVED, "not now")) : note(event);
        });
        await().until(() -> handled.size() == 50);
        for (int key = 0; key < 5; key++) {
            int wanted = key;
            List<Integer> numbers = handled.stream()
                    .map(word -> Integer.parseInt(word.substring("word-".length())))
                    .filter(number -> number % 5 == wanted)
                    .toList();
            assertEquals(numbers.stream().sorted().toList(), numbers);
        }
    }

    @Test
    void buriesWhatIsNoEventAndWhatIsNotAllowedAndGoesOn() throws Exception {
        producer.send(new ProducerRecord<>(topic, "k".getBytes(UTF_8), "junk".getBytes(UTF_8)))
                .get();
        say("k", "forbidden", TYPE);
        say("k", "unknown", "foyer.others.Whispered.v9");
        say("k", "allowed", TYPE);
        read(event -> word(event).equals("forbidden") ? failed(new Unacceptable("Not for us.")) : note(event));
        await().until(() -> handled.contains("allowed"));
        assertEquals(List.of("allowed"), handled);
        String letters = TopicContents.text(broker, DeadLetters.TOPIC);
        assertTrue(letters.contains("dead-letter-topic=" + topic), letters);
        assertTrue(letters.contains("no CloudEvent") && letters.contains("Not for us."), letters);
        assertTrue(letters.contains("junk"), "The record itself must be untouched");
    }

    @Test
    void recordThatTheHandlerAlwaysChokesOnDoesNotStopTheOthers() throws Exception {
        say("k", "choke", TYPE);
        say("k", "fine", TYPE);
        AtomicInteger tries = new AtomicInteger();
        read(event -> {
            if (word(event).equals("choke")) {
                tries.incrementAndGet();
                throw new IllegalStateException("a bug of the handler");
            }
            return note(event);
        });
        await().until(() -> handled.contains("fine"));
        assertEquals(5, tries.get());
        assertTrue(TopicContents.text(broker, DeadLetters.TOPIC).contains("failed with IllegalStateException"));
    }

    @Test
    void goesOnWhereItStoodAfterARestart() throws Exception {
        say("k", "before", TYPE);
        TopicReader first = read(this::note);
        await().until(() -> handled.contains("before"));
        first.close();
        say("k", "after", TYPE);
        read(this::note);
        await().until(() -> handled.contains("after"));
        // At least once: the restart may repeat what was not committed yet, it never skips.
        assertEquals("after", handled.getLast());
    }

    /** The second partition comes back to the first reader while that one waits for a command: nothing may be skipped. */
    @Test
    void partitionThatArrivesWhileOthersAreHandledIsReadAfterwards() throws Exception {
        widenTo(2);
        CompletableFuture<Void> stuck = new CompletableFuture<>();
        List<Integer> ofSecond = Collections.synchronizedList(new ArrayList<>());
        read(event -> word(event).equals("stuck") ? stuck : note(event));
        TopicReader second = read(event -> {
            ofSecond.add(event.partition());
            return note(event);
        });
        AtomicInteger number = new AtomicInteger();
        await().until(() -> {
            sayTo(0, "hello-" + number.incrementAndGet());
            sayTo(1, "hello-" + number.incrementAndGet());
            return !ofSecond.isEmpty();
        });
        int moving = ofSecond.getFirst();
        // Each at least once: a partition that moves may be read twice from where the first reader had committed.
        await().until(() -> distinct("hello-") == number.get());
        sayTo(1 - moving, "stuck");
        second.close();
        for (int i = 0; i < 20; i++) {
            sayTo(moving, "late-" + i);
        }
        await().until(() -> assignedToOneMember(2));
        await().during(Duration.ofSeconds(1)).until(() -> distinct("late-") == 0);
        stuck.complete(null);
        await().untilAsserted(() -> assertEquals(20, distinct("late-")));
    }

    private long distinct(String beginning) {
        synchronized (handled) {
            return handled.stream()
                    .filter(word -> word.startsWith(beginning))
                    .distinct()
                    .count();
        }
    }

    private boolean assignedToOneMember(int partitions) throws Exception {
        try (Admin admin = Admin.create(broker.connection())) {
            var members = admin.describeConsumerGroups(List.of("reader-" + topic))
                    .describedGroups()
                    .get("reader-" + topic)
                    .get()
                    .members();
            return members.size() == 1
                    && members.iterator().next().assignment().topicPartitions().size() == partitions;
        }
    }

    private void widenTo(int partitions) throws Exception {
        try (Admin admin = Admin.create(broker.connection())) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
        }
        await().until(() -> producer.partitionsFor(topic).size() == partitions);
    }

    private void sayTo(int partition, String word) throws ExecutionException, InterruptedException {
        var event = event(word, word, TYPE);
        producer.send(new ProducerRecord<>(topic, partition, event.key(), event.value(), event.headers()))
                .get();
    }

    private TopicReader read(Function<InboundEvent, CompletionStage<?>> handler) {
        TopicReader reader = new TopicReader(
                broker.connection(),
                "reader-" + topic,
                Optional.empty(),
                List.of(topic),
                new Handling(handler),
                deadLetters);
        readers.add(reader);
        return reader;
    }

    private record Handling(Function<InboundEvent, CompletionStage<?>> handler) implements InboundHandler {
        @Override
        public boolean understands(String type) {
            return TYPE.equals(type);
        }

        @Override
        public CompletionStage<?> handle(InboundEvent event) {
            return handler.apply(event);
        }
    }

    private CompletionStage<?> note(InboundEvent event) {
        handled.add(word(event));
        return CompletableFuture.completedFuture(null);
    }

    private static CompletionStage<?> failed(RuntimeException why) {
        return CompletableFuture.failedFuture(why);
    }

    private static String word(InboundEvent event) {
        return event.data().get("word").asText();
    }

    private void say(String key, String word, String type) throws ExecutionException, InterruptedException {
        producer.send(event(key, word, type)).get();
    }

    private ProducerRecord<byte[], byte[]> event(String key, String word, String type) {
        String id = UUID.randomUUID().toString();
        return WRITER.write(
                new PublicRecord(topic, key, type, key, "t", Map.of("word", word)),
                new CommandMeta(id, id, Actor.service("others")),
                0,
                1,
                Instant.now());
    }

    static {
        org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(20));
    }
}

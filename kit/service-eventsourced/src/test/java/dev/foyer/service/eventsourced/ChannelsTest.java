package dev.foyer.service.eventsourced;

import static dev.foyer.testing.Patience.answer;
import static dev.foyer.testing.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Unavailable;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Management;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Others' records: at least once, in order per key, nothing unreadable stops the rest, and nothing is passed unhandled. */
@QuarkusTest
@QuarkusTestResource(ChannelsBroker.class)
@Tag("F")
class ChannelsTest {

    private static final String TOPIC = "others.words";

    @Inject
    ListeningService service;

    @Inject
    ConsumerProgress progress;

    /** So that no test hears the words of another. */
    private final String mine = UUID.randomUUID().toString();

    private Speaker others;
    private Group group;

    @BeforeEach
    void begin() {
        others = new Speaker(BrokerResource.broker(), TOPIC);
        group = new Group(BrokerResource.broker(), "tester.others.words", TOPIC);
    }

    @AfterEach
    void end() {
        service.does(service::note);
        others.close();
        group.close();
    }

    @Test
    void keepsTheOrderOfAKeyThroughFailures() throws Exception {
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        service.does(event -> {
            String word = Speaker.word(event);
            boolean failsFirst = word.endsWith("3") && failures.merge(word, 1, Integer::sum) == 1;
            return failsFirst ? failed(new Unavailable(Unavailable.Reason.MOVED, "not now")) : service.note(event);
        });
        for (int i = 0; i < 50; i++) {
            others.say("key-" + i % 5, mine + i);
        }
        await().until(() -> heard().size() == 50);
        for (int key = 0; key < 5; key++) {
            int wanted = key;
            List<Integer> numbers = heard().stream()
                    .map(word -> Integer.parseInt(word.substring(mine.length())))
                    .filter(number -> number % 5 == wanted)
                    .toList();
            assertEquals(numbers.stream().sorted().toList(), numbers);
        }
    }

    @Test
    void whatIsNoEventAndWhatIsNotAllowedIsADeadLetterAndTheRestGoesOn() throws Exception {
        service.does(event -> Speaker.word(event).startsWith("forbidden")
                ? failed(new Unacceptable("Not for us."))
                : service.note(event));
        others.sayJunk("k", ("junk" + mine).getBytes(UTF_8));
        others.say("k", "forbidden" + mine);
        others.say("k", mine + "unknown", "foyer.others.Whispered.v9");
        others.say("k", mine + "allowed");
        await().until(() -> heard().contains(mine + "allowed"));
        assertEquals(List.of(mine + "allowed"), heard());
        String letters = TopicContents.text(BrokerResource.broker(), "tester.dead-letters");
        assertTrue(letters.contains("dead-letter-topic=" + TOPIC), letters);
        assertTrue(letters.contains("no CloudEvent") && letters.contains("Not for us."), letters);
        assertTrue(letters.contains("junk" + mine), "The record itself must be untouched");
        assertFalse(letters.contains("smallrye"), "nor has the connector added anything");
    }

    @Test
    void recordThatTheHandlerAlwaysChokesOnDoesNotStopTheOthers() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        service.does(event -> {
            if (Speaker.word(event).equals("choke" + mine)) {
                tries.incrementAndGet();
                throw new IllegalStateException("a bug of the handler");
            }
            return service.note(event);
        });
        others.say("k", "choke" + mine);
        others.say("k", mine + "fine");
        await().until(() -> heard().contains(mine + "fine"));
        assertEquals(5, tries.get());
        assertTrue(TopicContents.text(BrokerResource.broker(), "tester.dead-letters")
                .contains("failed with IllegalStateException"));
    }

    /** Longer than the session and than polls may be apart: the owner may be away for as long as it likes. */
    @Test
    void whoWaitsForTheOwnerStaysInTheGroupAndPassesNothing() throws Exception {
        await().until(() -> group.partitionsOfMembers().equals(List.of(1)));
        String member = member();
        AtomicBoolean back = new AtomicBoolean();
        service.does(event -> back.get() || !Speaker.word(event).equals(mine + "waits")
                ? service.note(event)
                : failed(new Unavailable(Unavailable.Reason.RECOVERING, "not now")));
        others.say("k", mine + "before");
        await().until(() -> group.committed(0) == group.end(0));
        long held = group.committed(0);
        others.say("k", mine + "waits");
        others.say("other", mine + "meanwhile");
        await().until(() -> heard().contains(mine + "meanwhile"));
        await().during(Duration.ofSeconds(7)).until(() -> group.committed(0) == held);
        assertFalse(answer(progress.caughtUp(TOPIC, Duration.ofMillis(100))));
        assertTrue(ageInMetrics("words") > 6);
        Management.get("/q/health/ready").then().statusCode(200);
        back.set(true);
        await().until(() -> group.committed(0) == group.end(0));
        assertTrue(heard().contains(mine + "waits"));
        assertEquals(member, member());
        assertEquals(0, ageInMetrics("words"));
    }

    /** The marker of a transaction is behind its last record, and what was aborted is no record at all. */
    @Test
    void aTopicOfTransactionsIsReadToItsEnd() throws Exception {
        String topic = "others.transacted";
        try (var writer = new Speaker(
                        BrokerResource.broker(), topic, Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, mine));
                var readers = new Group(BrokerResource.broker(), "tester.others.transacted", topic)) {
            writer.producer.initTransactions();
            writer.producer.beginTransaction();
            writer.sayTo(0, "k", mine);
            writer.producer.commitTransaction();
            await().until(() -> service.words(topic).toList().contains(mine)); // the marker is written a little later
            assertTrue(answer(progress.caughtUp(topic, Duration.ofSeconds(30))));
            long before = readers.end(0);
            writer.producer.beginTransaction();
            writer.sayTo(0, "k", mine + "never");
            writer.producer.flush(); // else nothing of it is written
            writer.producer.abortTransaction();
            await().until(() -> readers.end(0) == before + 2); // the record and its marker
            assertTrue(answer(progress.caughtUp(topic, Duration.ofSeconds(30))));
            await().until(() -> readers.committed(0) == before + 2);
        }
    }

    @Test
    void lagAndAgeAreInTheMetricsAndTheChannelsInHealth() throws Exception {
        others.say("k", mine);
        await().until(() -> heard().contains(mine));
        await().untilAsserted(() -> assertTrue(metrics()
                .lines()
                .anyMatch(line -> line.startsWith("kafka_consumer_fetch_manager_records_lag")
                        && line.contains("tester.others.words"))));
        String ready = Management.get("/q/health/ready").asString();
        assertTrue(ready.contains("\"readers\"") && ready.contains("\"words\""), ready);
        assertTrue(ready.contains("SmallRye Reactive Messaging - readiness check"), ready);
    }

    private double ageInMetrics(String channel) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("foyer_inbound_oldest_age_seconds")
                        && line.contains("channel=\"" + channel + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static String metrics() {
        return Management.get("/q/metrics").asString();
    }

    private String member() throws InterruptedException {
        return group.stable().orElseThrow().members().iterator().next().consumerId();
    }

    private List<String> heard() {
        return service.words(TOPIC)
                .filter(word -> word.startsWith(mine))
                .distinct()
                .toList();
    }

    private static CompletionStage<?> failed(RuntimeException why) {
        return CompletableFuture.failedFuture(why);
    }
}

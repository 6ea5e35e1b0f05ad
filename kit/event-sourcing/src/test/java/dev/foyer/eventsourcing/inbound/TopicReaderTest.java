package dev.foyer.eventsourcing.inbound;

import static dev.foyer.testing.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Unavailable;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.TopicContents;
import dev.foyer.testing.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Others' records: at least once, in order per key, and nothing unreadable stops the rest. */
class TopicReaderTest {

    private static EmbeddedBroker broker;

    private Conversation talk;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start();
        Topics.create(broker, List.of(new NewTopic(DeadLetters.TOPIC, 1, (short) 1)));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void begin() {
        talk = new Conversation(broker, 1);
    }

    @AfterEach
    void end() {
        talk.close();
    }

    @Test
    void keepsTheOrderOfAKeyThroughFailures() throws Exception {
        for (int i = 0; i < 50; i++) {
            talk.say("key-" + i % 5, "word-" + i);
        }
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        talk.read(event -> {
            String word = Conversation.word(event);
            boolean failsFirst = word.endsWith("3") && failures.merge(word, 1, Integer::sum) == 1;
            return failsFirst ? failed(new Unavailable(Unavailable.Reason.MOVED, "not now")) : talk.note(event);
        });
        await().until(() -> Set.copyOf(talk.handled).size() == 50);
        for (int key = 0; key < 5; key++) {
            int wanted = key;
            List<Integer> numbers = talk.handled.stream()
                    .distinct()
                    .map(word -> Integer.parseInt(word.substring("word-".length())))
                    .filter(number -> number % 5 == wanted)
                    .toList();
            assertEquals(numbers.stream().sorted().toList(), numbers);
        }
    }

    @Test
    void buriesWhatIsNoEventAndWhatIsNotAllowedAndGoesOn() throws Exception {
        talk.sayJunk("k".getBytes(UTF_8), "junk".getBytes(UTF_8));
        talk.say("k", "forbidden");
        talk.say("k", "unknown", "foyer.others.Whispered.v9");
        talk.say("k", "allowed");
        talk.read(event -> Conversation.word(event).equals("forbidden")
                ? failed(new Unacceptable("Not for us."))
                : talk.note(event));
        await().until(() -> talk.handled.contains("allowed"));
        assertEquals(Set.of("allowed"), Set.copyOf(talk.handled));
        String letters = TopicContents.text(broker, DeadLetters.TOPIC);
        assertTrue(letters.contains("dead-letter-topic=" + talk.topic), letters);
        assertTrue(letters.contains("no CloudEvent") && letters.contains("Not for us."), letters);
        assertTrue(letters.contains("junk"), "The record itself must be untouched");
    }

    @Test
    void recordThatTheHandlerAlwaysChokesOnDoesNotStopTheOthers() throws Exception {
        talk.say("k", "choke");
        talk.say("k", "fine");
        AtomicInteger tries = new AtomicInteger();
        talk.read(event -> {
            if (Conversation.word(event).equals("choke")) {
                tries.incrementAndGet();
                throw new IllegalStateException("a bug of the handler");
            }
            return talk.note(event);
        });
        await().until(() -> talk.handled.contains("fine"));
        assertEquals(5, tries.get());
        assertTrue(TopicContents.text(broker, DeadLetters.TOPIC).contains("failed with IllegalStateException"));
    }

    @Test
    void goesOnWhereItStoodAfterARestart() throws Exception {
        talk.say("k", "before");
        TopicReader first = talk.read(talk::note);
        await().until(() -> talk.handled.contains("before"));
        first.close();
        talk.say("k", "after");
        talk.read(talk::note);
        await().until(() -> talk.handled.contains("after"));
        // At least once: the restart may repeat what was not committed yet, it never skips.
        assertEquals("after", talk.handled.getLast());
    }

    private static CompletionStage<?> failed(RuntimeException why) {
        return CompletableFuture.failedFuture(why);
    }
}

package dev.foyer.service.eventsourced;

import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Unavailable;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Management;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Members come and go while records are handled: nothing is lost, each key keeps its order, nobody's channel dies. */
@QuarkusTest
@QuarkusTestResource(ChannelsBroker.class)
@Tag("F")
class ChannelRebalanceTest {

    private static final String TOPIC = "others.moving";
    private static final int PARTITIONS = 4;
    private static final int RECORDS = 4_000;
    private static final int KEYS = 40;

    @Inject
    ListeningService service;

    @Inject
    ChannelRegistry registry;

    private Speaker others;
    private Group group;

    @BeforeEach
    void begin() {
        others = new Speaker(BrokerResource.broker(), TOPIC);
        group = new Group(BrokerResource.broker(), "tester.others.moving", TOPIC);
    }

    @AfterEach
    void end() {
        service.does(service::note);
        others.close();
        group.close();
    }

    @Test
    void membersThatComeAndGoInTheMiddleOfABatch() throws Exception {
        AtomicBoolean mayGoOn = new AtomicBoolean();
        Set<String> waiting = ConcurrentHashMap.newKeySet();
        service.does(event -> {
            if (mayGoOn.get() || event.offset() % 7 != 3) {
                return service.note(event);
            }
            waiting.add(Speaker.word(event)); // the owner is away, for some of each batch
            return CompletableFuture.failedFuture(new Unavailable(Unavailable.Reason.MOVED, "not now"));
        });
        sayAll("a");
        await().until(() -> !waiting.isEmpty());
        Map<Integer, Long> before = positions();
        registry.getPausable("moving-too").resume();
        await().until(() -> group.partitionsOfMembers().equals(List.of(2, 2)));
        try (var third = group.member()) {
            await().until(() -> {
                third.poll(Duration.ofMillis(50));
                return group.partitionsOfMembers().equals(List.of(1, 1, 2));
            });
            sayAll("b");
            neverAhead(waiting);
        }
        await().until(() -> group.partitionsOfMembers().equals(List.of(2, 2)));
        neverAhead(waiting);
        mayGoOn.set(true);
        await().until(() -> service.words(TOPIC).distinct().count() == 2 * RECORDS);
        for (int key = 0; key < KEYS; key++) {
            inOrder(key);
        }
        await().until(() -> IntStream.range(0, PARTITIONS).allMatch(this::committedToTheEnd));
        assertTrue(before.values().stream().allMatch(position -> position <= 4), before::toString);
        Management.get("/q/health/live").then().statusCode(200);
    }

    private void sayAll(String prefix) {
        for (int i = 0; i < RECORDS; i++) {
            int key = i % KEYS;
            others.sayTo(key % PARTITIONS, "key-" + key, prefix + "-" + key + "-" + i);
        }
        others.producer.flush();
    }

    /** First in their partition, of those that are refused, is offset 3. */
    private void neverAhead(Set<String> waiting) throws ExecutionException, InterruptedException {
        for (Map.Entry<Integer, Long> position : positions().entrySet()) {
            assertTrue(position.getValue() <= 3, position + " is ahead of what is handled");
        }
        Set<String> noted = Set.copyOf(service.words(TOPIC).toList());
        assertEquals(List.of(), waiting.stream().filter(noted::contains).toList());
    }

    private Map<Integer, Long> positions() throws ExecutionException, InterruptedException {
        Map<Integer, Long> all = new ConcurrentHashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            all.put(partition, group.committed(partition));
        }
        return all;
    }

    private boolean committedToTheEnd(int partition) {
        try {
            return group.committed(partition) == group.end(partition);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is read again may come again; the first time of each is in the order of the topic. */
    private void inOrder(int key) {
        AtomicInteger last = new AtomicInteger(-1);
        service.noted(TOPIC).stream()
                .filter(event -> ("key-" + key).equals(event.origin().key()))
                .map(event -> (int) event.offset())
                .distinct()
                .forEach(offset -> assertTrue(last.getAndSet(offset) < offset, "key-" + key + " at " + offset));
    }
}

package dev.foyer.service.eventsourced;

import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one tenant has written holds up nobody else, however much it is and however long it takes. Counted, not timed. */
@QuarkusTest
@QuarkusTestResource(ChannelsBroker.class)
@Tag("F")
@Tag("case-T8")
class FairChannelsTest {

    private static final String LOUD = "others.loud.in";
    private static final String QUIET = "others.quiet.in";
    private static final int FLOOD = 12_000;

    /** Two parts, each as large as a poll. */
    private static final int MOST_IN_FLIGHT = 4_000;

    @Inject
    ListeningService service;

    private final AtomicInteger begun = new AtomicInteger();
    private final CompletableFuture<Void> gate = new CompletableFuture<>();

    @AfterEach
    void end() {
        gate.complete(null);
        service.does(service::note);
    }

    @Test
    void aFloodThatIsNotHandledStopsOnlyItsOwnTopic() throws Exception {
        service.does(event -> {
            if (!event.topic().equals(LOUD)) {
                return service.note(event);
            }
            begun.incrementAndGet();
            return gate.thenCompose(open -> service.note(event));
        });
        Topics.create(
                BrokerResource.broker(), List.of(new NewTopic(LOUD, 3, (short) 1), new NewTopic(QUIET, 1, (short) 1)));
        try (Speaker loud = new Speaker(BrokerResource.broker(), LOUD);
                Speaker quiet = new Speaker(BrokerResource.broker(), QUIET);
                Group group = new Group(BrokerResource.broker(), "tester.in", LOUD)) {
            for (int i = 0; i < FLOOD; i++) {
                loud.sayTo(i % 3, "key-" + i % 300, Integer.toString(i));
                if (i < 3) {
                    loud.producer.flush(); // while a topic is new, a broker may take a later batch before the first
                }
            }
            loud.producer.flush();
            await().until(() -> begun.get() > 0);
            for (int i = 0; i < 50; i++) {
                quiet.say("key-1", "quiet-" + i);
            }
            await().until(() -> service.words(QUIET).distinct().count() == 50);
            assertEquals(0, service.words(LOUD).count());
            assertTrue(begun.get() <= MOST_IN_FLIGHT, begun::toString);
            assertEquals(0, group.committed(0));

            gate.complete(null);
            await().until(() -> service.words(LOUD).distinct().count() == FLOOD);
            for (int partition = 0; partition < 3; partition++) {
                int each = partition;
                await().until(() -> group.committed(each) == group.end(each));
            }
        }
        List<Integer> ofOneKey = service.words(LOUD)
                .map(Integer::parseInt)
                .filter(number -> number % 300 == 7)
                .distinct()
                .toList();
        assertEquals(ofOneKey.stream().sorted().toList(), ofOneKey);
    }
}

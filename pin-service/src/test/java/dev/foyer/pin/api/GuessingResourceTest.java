package dev.foyer.pin.api;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many callers guess one user's PIN at the same time. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
class GuessingResourceTest {

    private static final int LIMIT = 25;
    private static final int GUESSES = 100;

    private final Gateway gateway = Gateway.ofNewTenant();

    @BeforeEach
    void untilReady() {
        Gateway.untilReady();
    }

    @Test
    @Tag("B2")
    @Tag("B3")
    void parallelGuessesAreCountedOneByOneAndLockOnceAndTheRightPinThenLooksWrong() {
        gateway.provision("amos");
        String pin = gateway.enable("amos").extract().path("pin");
        try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
            IntStream.range(0, GUESSES)
                    .forEach(i -> callers.submit(() -> gateway.verify("amos", "call-" + i, "000000")));
        }
        List<InboundEvent> rejections = published("foyer.pin.PinRejected.v1");
        assertEquals(GUESSES, rejections.size(), "every guess is on record");
        assertEquals(
                IntStream.rangeClosed(1, GUESSES)
                        .map(i -> Math.min(i, LIMIT))
                        .boxed()
                        .toList(),
                rejections.stream()
                        .map(each -> each.data().get("failedAttempts").asInt())
                        .toList());
        assertEquals(1, published("foyer.pin.PinLocked.v1").size());
        gateway.verify("amos", "right", pin).body("verified", equalTo(false)).body("triesLeft", equalTo(2));
        gateway.verify("amos", "wrong", "000000")
                .body("verified", equalTo(false))
                .body("triesLeft", equalTo(2));
    }

    /** In the order of the user's key, which is the order in which they happened. */
    private List<InboundEvent> published(String type) {
        return TopicContents.events(BrokerResource.broker(), "pin.events").stream()
                .filter(event -> gateway.tenant().equals(event.tenant()) && type.equals(event.type()))
                .toList();
    }
}

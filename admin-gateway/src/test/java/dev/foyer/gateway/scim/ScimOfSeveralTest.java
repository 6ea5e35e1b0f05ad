package dev.foyer.gateway.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.LogLines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who asks one of several gateways, of which this one has not read everything yet; and what it says of that in its log. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("G4")
class ScimOfSeveralTest {

    @Inject
    ReadModel index;

    private ScimDirectory directory;

    @BeforeEach
    void users() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(index::isCaughtUp);
        directory = new ScimDirectory(index);
    }

    /** The question is on its way before the gateway can have read of the user, as when another gateway made it. */
    @Test
    void whoWasJustMadeAtAnotherGatewayIsFound() throws Exception {
        Set<Integer> answers = new HashSet<>();
        for (int i = 0;
                i < 3 && !answers.contains(200);
                i++) { // a slow machine may read of it later than anybody waits
            String id = UUID.randomUUID().toString();
            CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(
                    () -> directory.asked().get("/scim/v2/Users/" + id).statusCode());
            try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
                events.provisioned("contoso.com", id, id + "@contoso.com", "Made Elsewhere");
            }
            answers.add(asked.get(10, TimeUnit.SECONDS));
        }
        assertTrue(answers.contains(200), answers::toString);
    }

    /** Who asks was asked who it is before the library is: it must not say in the log that it lets in everybody. */
    @Test
    void theLogSaysNothingOfWhoMay() {
        try (LogLines log = new LogLines()) {
            assertEquals(200, directory.asked().get("/scim/v2/Users/u-amos").statusCode());
            assertEquals(
                    List.of(),
                    log.lines().stream()
                            .filter(line -> line.contains("authentication"))
                            .toList());
        }
    }
}

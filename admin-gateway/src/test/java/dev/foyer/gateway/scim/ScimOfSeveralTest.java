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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    /** At whatever moment of its being read: the user may come between two looks of one question. */
    @Test
    void whoeverAsksWhileItIsReadIsNotToldThatNobodyIsThere() throws Exception {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers());
                ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                String id = UUID.randomUUID().toString();
                List<Future<Boolean>> asked = new ArrayList<>();
                for (int j = 0; j < 4; j++) {
                    asked.add(askers.submit(() -> isNeverMissedTooSoon(id)));
                }
                events.provisioned("contoso.com", id, id + "@contoso.com", "Made Elsewhere");
                for (Future<Boolean> one : asked) {
                    assertTrue(one.get(30, TimeUnit.SECONDS), "404 before it had waited");
                }
            }
        }
    }

    /** Until it is found. @return whether each question before was answered with a 404 only after the time it waits for others */
    private boolean isNeverMissedTooSoon(String id) {
        for (long began = System.nanoTime(); ; began = System.nanoTime()) {
            int status = directory.asked().get("/scim/v2/Users/" + id).statusCode();
            if (status == 200) {
                return true;
            }
            if (System.nanoTime() - began < ScimCall.FOR_OTHERS.toNanos()) {
                return false;
            }
        }
    }

    /** Asked in the moment in which the record is there, and this gateway has seldom read it; each time at once. */
    @Test
    void whoWasJustMadeAtAnotherGatewayIsFoundByNameAndByTheDirectorysId() {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            for (int i = 0; i < 20; i++) {
                String id = UUID.randomUUID().toString();
                events.provisioned("contoso.com", id, id + "@contoso.com", "Made Elsewhere");
                assertEquals(1, found("userName eq \"" + id + "@contoso.com\""), "time " + i);
                assertEquals(0, found("userName eq \"nobody-" + id + "@contoso.com\" or externalId eq \"" + id + "\""));
            }
        }
    }

    private int found(String filter) {
        var answer = directory.asked().queryParam("filter", filter).get("/scim/v2/Users");
        assertEquals(200, answer.statusCode());
        return answer.jsonPath().getInt("totalResults");
    }

    /** Who asks was asked who it is before the library is: it must not say in the log that it lets in everybody. */
    @Test
    void theLogSaysNothingOfWhoMay() {
        try (LogLines log = new LogLines()) {
            assertEquals(200, directory.asked().get("/scim/v2/Users/u-amos").statusCode());
            assertEquals(
                    List.of(),
                    log.lines().stream()
                            .filter(line -> line.contains("default authentication"))
                            .toList());
        }
    }
}

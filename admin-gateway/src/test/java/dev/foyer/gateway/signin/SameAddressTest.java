package dev.foyer.gateway.signin;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody guesses at an account from the very address that it is used from; pin-service has decided that it waits. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("case-S7")
class SameAddressTest {

    private static final String HERE = "127.0.0.1";
    private static final String AT_HOME = "app";
    private static final String NEW_HERE = "nobody-yet";

    @Inject
    ReadModel index;

    @Inject
    SessionKey key;

    @Test
    void whoSignedInFromThereIsComparedSlowlyAndWhoNeverDidIsNot() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(index::isCaughtUp);
        String until = Instant.now().plusSeconds(30).toString();
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            events.send(
                    "pin.events",
                    "foyer.pin.AccountSignedIn.v1",
                    Map.of(
                            "tenant",
                            "contoso.com",
                            "account",
                            AT_HOME,
                            "address",
                            HERE,
                            "channel",
                            "API",
                            "at",
                            Instant.now().toString()));
            var position = List.of(AT_HOME, NEW_HERE).stream()
                    .map(name -> events.send(
                            "pin.events",
                            "foyer.pin.SignInDelayed.v1",
                            Map.of(
                                    "tenant",
                                    "-",
                                    "address",
                                    HERE,
                                    "name",
                                    key.digestOfName(name),
                                    "nameFailures",
                                    17,
                                    "nameDelayedUntil",
                                    until,
                                    "addressFailures",
                                    17,
                                    "at",
                                    Instant.now().toString())))
                    .toList();
            assertTrue(index.passed(position, Duration.ofSeconds(10)));
            Awaitility.await()
                    .until(() -> index.tenant("contoso.com")
                            .account(AT_HOME)
                            .filter(entry -> entry.knows(HERE))
                            .isPresent());
        }
        long begun = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            assertEquals(401, status(AT_HOME, "wrong " + i));
        }
        assertTrue(System.nanoTime() - begun >= Duration.ofSeconds(2).toNanos(), "one comparison a second");
        assertEquals(200, status(AT_HOME, Gateway.PASSWORD), "the right one, between the wrong ones");
        for (int i = 0; i < 20; i++) {
            assertEquals(200, status(AT_HOME, Gateway.PASSWORD), "remembered");
        }
        assertEquals(429, status(NEW_HERE, Gateway.PASSWORD), "nobody of that name signed in from here");
    }

    private static int status(String name, String password) {
        return given().auth()
                .preemptive()
                .basic(name, password)
                .get("/api/v1/me")
                .statusCode();
    }
}

package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller learns of the read model after a change, and of a service that comes back. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class ReadYourWritesTest {

    private static final Answer SETTINGS = Answer.json(200, "{\"pinLength\": 6, \"settingOfTomorrow\": [1]}");

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;

    private static Response change() {
        return as("admin")
                .contentType("application/merge-patch+json")
                .body("{\"pinLength\": 6, \"defaultLanguage\": null}")
                .patch("/api/v1/settings");
    }

    @BeforeEach
    void listen() throws IOException {
        service = new StandIn(pinService.getPort())
                .alwaysAnswers(SETTINGS)
                .onceReachedBy(() -> as("admin").get("/api/v1/settings"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aChangeThatTheIndexDoesNotShowYetIsASuccessThatSaysSo() {
        service.at("pin.events-0@999999999");
        change().then()
                .statusCode(200)
                .header("Foyer-View", equalTo("behind"))
                .body("settingOfTomorrow[0]", equalTo(1));
        assertEquals(
                "{\"pinLength\":6,\"defaultLanguage\":null}",
                service.asked().getLast().body());
    }

    @Test
    void aChangeThatTheIndexShowsSaysNothing() {
        Awaitility.await().until(index::isCaughtUp);
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            Position position = events.provisioned("contoso.com", "u-21", "rw@contoso.com", "Read Write");
            index.passed(List.of(position), Duration.ofSeconds(30));
            service.at(position.toString());
            Response done = change();
            assertEquals(200, done.statusCode());
            assertNull(done.header("Foyer-View"));
        }
    }
}

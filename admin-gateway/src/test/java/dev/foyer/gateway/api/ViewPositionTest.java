package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.USERS;
import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who carries a position is shown what lies before it, or nothing. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class ViewPositionTest {

    @Inject
    ReadModel index;

    private static String header(Position position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Position.format(List.of(position)).getBytes(UTF_8));
    }

    /** Written elsewhere, and asked for at once: without the header some of them would be 404. */
    @Test
    void whatLiesBeforeItShows() {
        Awaitility.await().until(index::isCaughtUp);
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            for (int i = 0; i < 50; i++) {
                String user = "carried-" + i;
                Position position = events.provisioned("contoso.com", user, user + "@contoso.com", "Carried");
                as("auditor")
                        .header(ViewPosition.HEADER, header(position))
                        .get(USERS + "/" + user)
                        .then()
                        .statusCode(200);
            }
        }
    }

    @Test
    void whatDoesNotShowIsNotAnsweredWithLess() {
        Awaitility.await().until(index::isCaughtUp);
        problem(
                as("auditor")
                        .header(ViewPosition.HEADER, header(new Position("pin.events", 0, 1_000_000)))
                        .get(USERS)
                        .then(),
                503,
                "view-behind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "cGluLmV2ZW50cw", "cGluLmV2ZW50cy0wQHg"})
    void whatIsNoneOfOursIsRefused(String header) {
        problem(as("auditor").header(ViewPosition.HEADER, header).get(USERS).then(), 400, "parameter-invalid");
    }
}

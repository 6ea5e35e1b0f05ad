package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a user is called arrives at the service as it was meant, or goes no further than here. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("case-S5")
class OddUserIdsTest {

    private static final String PATH = "PUT /internal/v1/tenants/contoso.com/users/";

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;

    @BeforeEach
    void listen() throws IOException {
        service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .alwaysAnswers(new Answer(201, "application/json", ""));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> index.isCaughtUp() && put("warm").statusCode() == 201);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a?b", "a#b", "a;b", "a;b=c", "a%2Fb", "a%41b", "100%", "a\"b", "a|b", "a+b", "...", "ü", "{x}"})
    void arrive(String userId) {
        assertEquals(201, put(userId).statusCode());
        String call = service.asked().getLast().call();
        assertEquals(PATH, call.substring(0, PATH.length()));
        String segment = call.substring(PATH.length());
        assertEquals(-1, segment.indexOf(';'), call);
        assertEquals(userId, URLDecoder.decode(segment.replace("+", "%2B"), UTF_8), call);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/b", "a\\b", "a b", "a\u0085b"})
    void goNoFurther(String userId) {
        int before = service.asked().size();
        assertEquals(400, put(userId).statusCode());
        assertEquals(before, service.asked().size());
    }

    private static Response put(String userId) {
        return as("admin")
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(Map.of("userPrincipalName", "odd@contoso.com", "displayName", "Odd"))
                .put("/api/v1/users/"
                        + URLEncoder.encode(userId, UTF_8).replace("+", "%20").replace(".", "%2E"));
    }
}

package dev.foyer.gateway.filter;

import static dev.foyer.gateway.Api.as;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Api;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.RawHttp;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stranger puts no word of theirs into our metrics, and none of our routes out of them. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("case-S10")
class MetricLabelsTest {

    private static final String REQUESTS = "http.server.requests";

    @Inject
    MeterRegistry meters;

    @Inject
    ReadModel index;

    @Test
    void labelsAreTemplates() throws IOException {
        Api.amosIsThere(index);
        Set<String> before = labels("uri"); // of the tests that ran on this gateway before
        for (int i = 0; i < 120; i++) {
            given().get("/EVIL-" + i);
            given().get("/api/v1/EVIL-" + i);
            given().get("/internal/EVIL-" + i);
            given().header("Accept", "EVIL").get("/EVIL-" + i);
            given().post("/admin/EVIL-" + i);
            as("bridge").get("/api/v1/users/EVIL-" + i);
            line("EVIL" + i + " / HTTP/1.1");
            line("GET /EVIL-" + i + " HTTP/1.1\r\nbad header");
            line("GET //EVIL-" + i + " HTTP/1.1");
            line("GET /EVIL-" + i + " HTTP/1.1\r\nHost: EVIL");
            gone("POST /api/v1/EVIL-" + i + " HTTP/1.1");
        }
        as("admin").get("/api/v1/users/u-17").then().statusCode(200);
        Awaitility.await().until(() -> labels("uri").contains("/api/v1/users/{user}"));
        assertTrue(labels("uri").size() - before.size() < 60, labels("uri")::toString);
        for (String label : Set.of("uri", "method")) {
            assertFalse(labels(label).stream().anyMatch(value -> value.contains("EVIL")), labels(label)::toString);
        }
    }

    private static void line(String head) {
        RawHttp.send(RestAssured.port, head, "Host: localhost:" + RestAssured.port);
    }

    /** Goes away in the middle of its body. */
    private static void gone(String head) throws IOException {
        try (RawHttp connection = new RawHttp(RestAssured.port)) {
            connection.write((head + "\r\nHost: localhost:" + RestAssured.port
                            + "\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{")
                    .getBytes());
        }
    }

    private Set<String> labels(String key) {
        return meters.find(REQUESTS).meters().stream()
                .map(meter -> String.valueOf(meter.getId().getTag(key)))
                .collect(Collectors.toSet());
    }
}

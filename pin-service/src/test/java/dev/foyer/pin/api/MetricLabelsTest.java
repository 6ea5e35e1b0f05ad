package dev.foyer.pin.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.PinKeysResource;
import dev.foyer.testing.BrokerResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is not one of us writes nothing into our metrics. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
@Tag("case-S10")
class MetricLabelsTest {

    @Inject
    MeterRegistry meters;

    @Test
    void aStrangersPathIsNoLabel() {
        for (int i = 0; i < 120; i++) {
            given().get("/internal/EVIL-" + i).then().statusCode(401);
            given().get("/EVIL-" + i).then().statusCode(404);
        }
        Gateway gateway = Gateway.ofNewTenant();
        Gateway.untilReady();
        gateway.provision("amos");
        gateway.call(Gateway.newCommand())
                .get("/internal/v1/tenants/" + gateway.tenant() + "/settings")
                .then()
                .statusCode(200);
        Awaitility.await().until(() -> labels().contains("/internal/v1/tenants/{tenant}/settings"));
        assertEquals(
                List.of(),
                labels().stream().filter(label -> label.contains("EVIL")).toList());
        assertTrue(labels().size() < 40, labels()::toString);
    }

    private Set<String> labels() {
        return meters.find("http.server.requests").meters().stream()
                .map(meter -> String.valueOf(meter.getId().getTag("uri")))
                .collect(Collectors.toSet());
    }
}

package dev.foyer.pin.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.journal.PinWire;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that other instances of this service forward, over HTTP. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
class ForwardedCommandsTest {

    private final Gateway gateway = Gateway.ofNewTenant();

    private static final String FORMAT = PinWire.USERS.states().fingerprint();

    @BeforeEach
    void untilReady() {
        Gateway.untilReady();
    }

    @Test
    void nobodyButOneOfUsMayAsk() {
        given().contentType("application/json")
                .body(read("user"))
                .post("/internal/commands")
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsAskedIsAnsweredInItsOrder() {
        gateway.provision("amos");
        ask("{\"hops\":2,\"millisecondsLeft\":5000,\"asks\":[" + read("teapot") + "," + read("user") + "]}")
                .statusCode(200)
                .contentType("application/json")
                .body("outcomes[0].'@type'", equalTo("NotUnderstood"))
                .body("outcomes[1].'@type'", equalTo("State"))
                .body("outcomes[1].state.toString()", containsString("Somebody amos"));
    }

    /** What a forwarder sends at once has up to some 40 KB, and comes in several parts. */
    @Test
    void manyAtOnceAreAnsweredToo() {
        String many = String.join(",", Collections.nCopies(400, read("teapot")));
        ask("{\"hops\":2,\"millisecondsLeft\":5000,\"asks\":[" + many + "]}")
                .statusCode(200)
                .body("outcomes.size()", equalTo(400));
    }

    @Test
    void whatIsNotUnderstoodIsNotRepeated() {
        ask("{\"hops\":2,\"asks\":\"secret-4711\"}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body(not(containsString("4711")));
    }

    private ValidatableResponse ask(String body) {
        return Gateway.call(Gateway.newCommand())
                .body(body)
                .post("/internal/commands")
                .then();
    }

    private String read(String type) {
        return "{\"@type\":\"Read\",\"type\":\"" + type + "\",\"format\":\"" + FORMAT + "\",\"id\":\""
                + gateway.tenant() + "/amos\"}";
    }
}

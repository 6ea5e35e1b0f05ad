package dev.foyer.pin.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.journal.PinWire;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Commands that other instances of this service forward, over HTTP. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
class ForwardedCommandsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Gateway gateway = Gateway.ofNewTenant();

    private static final String FORMAT = PinWire.USERS.states().fingerprint();

    @BeforeEach
    void untilReady() {
        Gateway.untilReady();
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

    @Test
    @Tag("case-S3")
    void aCommandCarriesTheTokenOfItsRequestOn() {
        gateway.provision("amos");
        CallToken good = gateway.token();
        Instant now = Instant.now();
        List.of(good, good.as("helpdesk"), good.ofUser("u-9"), good.issuedAt(now.minusSeconds(19)))
                .forEach(token -> outcome(lock(token, token.signed()), "Refused"));
        outcome(lock(good.as("service"), null), "Refused"); // a reaction's: the peer is believed
    }

    /** An instance that went wrong, or somebody who got hold of its credential, still is not everybody. */
    @Test
    @Tag("case-S3")
    void andIsNotBelievedWithout() {
        gateway.provision("amos");
        CallToken good = gateway.token();
        CallToken ofAnother = CallToken.of("pin-service", "another.example");
        Instant now = Instant.now();
        outcome(lock(good, null), "NotNow");
        outcome(lock(good.as("bridge"), null), "NotNow");
        outcome(lock(good, ofAnother.signed()), "NotNow");
        outcome(lock(good, good.as("helpdesk").signed()), "NotNow");
        outcome(lock(good, good.ofUser("u-9").signed()), "NotNow");
        outcome(lock(good, CallToken.of("meeting-service", gateway.tenant()).signed()), "NotNow");
        outcome(lock(good, good.signed(CallToken.key("stranger"))), "NotNow");
        outcome(lock(good, good.issuedAt(now.minusSeconds(24)).signed()), "NotNow");
    }

    /** @param said what the instance that forwards it says of the request */
    private String lock(CallToken said, String credential) {
        ObjectNode submit = JSON.createObjectNode()
                .put("@type", "Submit")
                .put("type", "user")
                .put("format", PinWire.USERS.exchange())
                .put("id", gateway.tenant() + "/amos");
        submit.putObject("command").put("@type", "LockPin");
        ObjectNode meta = submit.putObject("meta")
                .put("commandId", UUID.randomUUID().toString())
                .put("correlationId", said.correlationId());
        meta.putObject("actor")
                .put("name", said.actor())
                .put("role", said.role())
                .put("userId", said.userId());
        if (credential != null) {
            meta.putObject("credential").put("value", credential);
        }
        return submit.toString();
    }

    private void outcome(String request, String expected) {
        ask("{\"hops\":2,\"millisecondsLeft\":9000,\"asks\":[" + request + "]}")
                .statusCode(200)
                .body("outcomes[0].'@type'", equalTo(expected));
    }

    private ValidatableResponse ask(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/internal/commands")
                .then();
    }

    private String read(String type) {
        return "{\"@type\":\"Read\",\"type\":\"" + type + "\",\"format\":\"" + FORMAT + "\",\"id\":\""
                + gateway.tenant() + "/amos\"}";
    }
}

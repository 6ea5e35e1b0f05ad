package dev.foyer.pin.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.PinKeysResource;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.LogLines;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who asks, for whom and in which role is what the gateway signed, and nothing that anybody writes beside it. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
@Tag("case-S3")
class SignedCallsTest {

    private final Gateway gateway = Gateway.ofNewTenant();

    @BeforeEach
    void untilReady() {
        Gateway.untilReady();
    }

    /** The take-over of the trial: whoever had the shared secret wrote the rest himself. */
    @Test
    void whatAStrangerWritesInHeadersIsNothing() {
        gateway.provision("amos");
        gateway.enable("amos");
        for (String authorization :
                List.of("Bearer a-secret-that-all-share-0123456789abcdef", "Basic YTpi", "Bearer", "")) {
            given().header("Authorization", authorization)
                    .header("Foyer-Actor", "nobody")
                    .header("Foyer-Role", "conferencing-admin")
                    .contentType("application/json")
                    .post(gateway.user("amos") + "/pin/reset")
                    .then()
                    .statusCode(401)
                    .body("type", equalTo("/problems/caller-unknown"));
        }
    }

    @Test
    void headersBesideATokenChangeNothing() {
        gateway.provision("amos");
        gateway.enable("amos");
        Gateway.call(gateway.token().as("helpdesk").ofUser("u-9"))
                .header("Foyer-Actor", "nobody")
                .header("Foyer-Role", "conferencing-admin")
                .header("Foyer-Actor-User", "")
                .post(gateway.user("amos") + "/pin/reset")
                .then()
                .statusCode(200)
                .body("pin", equalTo(null));
        var reset = TopicContents.events(BrokerResource.broker(), "pin.events").stream()
                .filter(event ->
                        gateway.tenant().equals(event.tenant()) && event.type().contains("PinReset"))
                .findFirst()
                .orElseThrow();
        assertEquals("helpdesk", reset.actorRole());
        assertEquals("admin", reset.actor());
    }

    @Test
    void aTokenOfOneTenantOpensNothingOfAnother() {
        gateway.provision("amos");
        gateway.enable("amos");
        Gateway other = Gateway.ofNewTenant();
        Gateway.call(other.token())
                .post(gateway.user("amos") + "/pin/reset")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/another-tenant"));
        Gateway.call(other.token())
                .get(gateway.base() + "/settings")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/another-tenant"));
    }

    /** A wrong route of the gateway would send a bridge's token there. */
    @Test
    void aRoleGetsNoFurtherThanItsOwnRequests() {
        gateway.provision("amos");
        gateway.enable("amos");
        for (String role : List.of("bridge", "client-app", "auditor", "service", "directory", "")) {
            mayNot(Gateway.call(gateway.token().as(role))
                    .post(gateway.user("amos") + "/pin/reset")
                    .then());
            mayNot(Gateway.call(gateway.token().as(role))
                    .body(Map.of("pinLength", 4))
                    .patch(gateway.base() + "/settings")
                    .then());
        }
        for (String role : List.of("conferencing-admin", "helpdesk", "auditor", "client-app")) {
            mayNot(Gateway.call(gateway.token().as(role))
                    .body(Map.of("conferenceId", "1234567", "callId", "c", "pin", "0000"))
                    .post(gateway.user("amos") + "/pin/verify")
                    .then());
        }
    }

    private static void mayNot(ValidatableResponse answer) {
        answer.statusCode(403).body("type", equalTo("/problems/role-not-allowed"));
    }

    @Test
    void whatTheGatewayDidNotSignJustNowForUsIsOneProblemAndInNoLog() {
        try (LogLines log = new LogLines()) {
            List<String> forged = forged().toList();
            for (String token : forged) {
                given().header("Authorization", "Bearer " + token)
                        .get(gateway.base() + "/settings")
                        .then()
                        .statusCode(401)
                        .header("WWW-Authenticate", "Bearer")
                        .contentType("application/problem+json")
                        .body("type", equalTo("/problems/caller-unknown"))
                        .body("title", equalTo("Nobody vouches for the caller"));
            }
            for (String token : forged) {
                String[] parts = token.split("\\.");
                assertTrue(
                        log.lines().stream().noneMatch(line -> line.contains(parts[1])),
                        () -> "logged: " + log.lines());
            }
        }
    }

    private Stream<String> forged() {
        CallToken good = gateway.token();
        return Stream.of(
                CallToken.of("meeting-service", gateway.tenant()).signed(),
                good.issuedAt(Instant.now().minusSeconds(60)).signed(),
                good.issuedAt(Instant.now().plusSeconds(60)).signed(),
                good.signed(CallToken.key("stranger")),
                good.signed(CallToken.key(CallToken.KEY.getKeyId())),
                otherwise(good, "none", null),
                otherwise(
                        good,
                        "HS256",
                        new HmacKey(CallToken.KEY.getECPublicKey().getEncoded())),
                good.signed().replaceFirst("\\.[^.]*\\.", "." + payload(good.as("auditor")) + "."),
                good.signed() + "x");
    }

    private static String otherwise(CallToken said, String algorithm, Key key) {
        JsonWebSignature token = said.unsigned();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(algorithm);
        token.setKeyIdHeaderValue(CallToken.KEY.getKeyId());
        token.setKey(key);
        return CallToken.compact(token);
    }

    private static String payload(CallToken token) {
        return token.signed().split("\\.")[1];
    }

    /** First the services learn the next key, then the gateway signs with it, then the old one goes; nobody waits. */
    @Test
    void keysChangeWhileRequestsGoOn() {
        EllipticCurveJsonWebKey next = CallToken.key("next");
        try {
            assertEquals(401, statusWith(next));
            BrokerResource.gatewayKeys(CallToken.KEY, next);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                assertEquals(200, statusWith(CallToken.KEY));
                return statusWith(next) == 200;
            });
            BrokerResource.gatewayKeys(next);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                assertEquals(200, statusWith(next));
                return statusWith(CallToken.KEY) == 401;
            });
        } finally {
            BrokerResource.gatewayKeys(CallToken.KEY);
            await().atMost(Duration.ofSeconds(20)).until(() -> statusWith(CallToken.KEY) == 200);
        }
    }

    private int statusWith(EllipticCurveJsonWebKey key) {
        return given().header("Authorization", "Bearer " + gateway.token().signed(key))
                .get(gateway.base() + "/settings")
                .statusCode();
    }
}

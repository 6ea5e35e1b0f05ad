package dev.foyer.pin.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Credential;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.user.MailOptions;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.LockPin;
import dev.foyer.pin.domain.user.UserCommand.ReissueShortPin;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.journal.PinWire;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.InstanceToken;
import dev.foyer.testing.PassedOn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
    void whatIsAskedIsAnsweredInItsOrder() {
        gateway.provision("amos");
        ask("{\"hops\":2,\"millisecondsLeft\":5000,\"asks\":[" + read("teapot") + "," + read("user") + "]}")
                .statusCode(200)
                .contentType("application/json")
                .body("outcomes[0].'@type'", equalTo("NotUnderstood"))
                .body("outcomes[1].'@type'", equalTo("State"))
                .body("outcomes[1].state.toString()", containsString("Somebody amos"));
    }

    /** What a forwarder sends at once has up to 60 KiB, and comes in several parts. */
    @Test
    void manyAtOnceAreAnsweredToo() {
        int many = 60 * 1024 / (read("teapot").length() + 1);
        ask(reads(many)).statusCode(200).body("outcomes.size()", equalTo(many));
    }

    @Test
    @Tag("case-L14")
    void tooManyAtOnceAreRefusedAndNoneIsAnswered() {
        int tooMany = 64 * 1024 / (read("teapot").length() + 1) + 1;
        ask(reads(tooMany)).statusCode(413).body("type", equalTo("/problems/body-too-large"));
    }

    private String reads(int count) {
        String many = String.join(",", Collections.nCopies(count, read("teapot")));
        return "{\"hops\":2,\"millisecondsLeft\":5000,\"asks\":[" + many + "]}";
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
        List.of(good, good.ofUser("u-9"), good.issuedAt(now.minusSeconds(19)))
                .forEach(token -> assertTrue(locks(token, token.signed())));
    }

    /** An instance that went wrong, or somebody who got hold of its credential, still is not everybody. */
    @Test
    @Tag("case-S3")
    void andIsNotBelievedWithout() {
        gateway.provision("amos");
        CallToken good = gateway.token();
        CallToken ofAnother = CallToken.of("pin-service", "another.example");
        Instant now = Instant.now();
        assertFalse(locks(good, null));
        assertFalse(locks(good, ofAnother.signed()));
        assertFalse(locks(good, good.as("helpdesk").signed()));
        assertFalse(locks(good, good.ofUser("u-9").signed()));
        assertFalse(
                locks(good, CallToken.of("meeting-service", gateway.tenant()).signed()));
        assertFalse(locks(good, good.signed(CallToken.key("stranger"))));
        assertFalse(locks(good, good.issuedAt(now.minusSeconds(24)).signed()));
    }

    /** A campaign works on for hours, when no token counts any more: it is believed only where it chooses nothing and sees nothing. */
    @Test
    @Tag("case-S3")
    @Tag("A4")
    void aCampaignPassesOnWhatItMayAndNoMore() {
        gateway.provision("amos");
        Actor campaign = new Actor("admin", "campaign", "u-admin");
        assertTrue(believed(EnableConferencing.BY_LICENCE, campaign));
        assertTrue(believed(ResetPin.BY_CAMPAIGN, campaign));
        assertTrue(believed(new ReissueShortPin(), campaign));
        assertFalse(believed(new ResetPin(MailOptions.BY_TENANT, true), campaign));
        assertFalse(believed(new ResetPin(new MailOptions(true, "me@example.com"), false), campaign));
        assertFalse(believed(new LockPin(), campaign));
        assertFalse(believed(new DisableConferencing(), campaign));
        assertFalse(believed(ResetPin.BY_CAMPAIGN, new Actor("admin", "conferencing-admin", "u-admin")));
    }

    private boolean believed(UserCommand command, Actor actor) {
        String id = UUID.randomUUID().toString();
        return new PassedOn("pin-service", "user", PinWire.USERS.exchange(), gateway.tenant() + "/amos")
                .believed(PinWire.USERS.commands().write(command), new CommandMeta(id, id, actor));
    }

    /** A certificate that somebody got from the authority, or a copy of one: neither commands nor reads. */
    @Test
    @Tag("case-S3")
    void aCertificateAloneHandsNothingOver() {
        gateway.provision("amos");
        String body = "{\"hops\":2,\"millisecondsLeft\":5000,\"asks\":[" + read("user") + "]}";
        InstanceToken ours = InstanceToken.of("pin-service");
        List<String> shown = List.of(
                "",
                "nonsense",
                ours.signed(body, InstanceToken.key("instance-of-the-tests")),
                ours.signed(body, InstanceToken.key("another")),
                ours.signed(body + " "),
                InstanceToken.of("meeting-service").signed(body),
                new InstanceToken("pin-service", Instant.now().minusSeconds(20)).signed(body),
                new InstanceToken("pin-service", Instant.now().plusSeconds(20)).signed(body),
                unsigned(ours, body),
                gateway.token().signed());
        for (String proof : shown) {
            given().contentType("application/json")
                    .header("Foyer-Instance", proof)
                    .body(body)
                    .post("/internal/commands")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/instance-not-proved"));
        }
        given().contentType("application/json")
                .body(body)
                .post("/internal/commands")
                .then()
                .statusCode(403);
        ask(body).statusCode(200);
    }

    private static String unsigned(InstanceToken token, String body) {
        JsonWebSignature none = token.unsigned(body);
        none.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        none.setAlgorithmHeaderValue("none");
        return CallToken.compact(none);
    }

    /** @param said what the instance that forwards it says of the request */
    private boolean locks(CallToken said, String credential) {
        var meta = new CommandMeta(
                UUID.randomUUID().toString(),
                said.correlationId(),
                new Actor(said.actor(), said.role(), said.userId()),
                null,
                credential == null ? null : new Credential(credential));
        return new PassedOn("pin-service", "user", PinWire.USERS.exchange(), gateway.tenant() + "/amos")
                .believed(PinWire.USERS.commands().write(new LockPin()), meta);
    }

    private ValidatableResponse ask(String body) {
        return PassedOn.sent("pin-service", body);
    }

    private String read(String type) {
        return "{\"@type\":\"Read\",\"type\":\"" + type + "\",\"format\":\"" + FORMAT + "\",\"id\":\""
                + gateway.tenant() + "/amos\"}";
    }
}

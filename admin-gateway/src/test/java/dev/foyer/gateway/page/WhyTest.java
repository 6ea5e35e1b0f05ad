package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.as;
import static dev.foyer.gateway.page.PageRequests.hidden;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Api;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page asks why where the tenant wants to know, and hands it to the API as it was typed. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("G3")
class WhyTest {

    private static final String LOCK = "/admin/users/u-why/act/lock";
    private static final String LETTERS = "/admin/dead-letters/";
    private static final String FIELD = "name=\"reason\"";

    private static boolean there;

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;

    @BeforeEach
    void listen() throws IOException {
        somebodyIsThere();
        service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .onceReachedBy(() -> Api.as("admin").post(Api.USERS + "/u-17/pin/lock"));
    }

    private void somebodyIsThere() {
        if (there) {
            return;
        }
        Api.amosIsThere(index);
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var positions = List.of(
                    events.provisioned("contoso.com", "u-why", "why@contoso.com", "Wanda Why"),
                    events.enabled("contoso.com", "u-why", "4711777", "n-u-why"));
            there = index.passed(positions, Duration.ofSeconds(10));
        }
    }

    @AfterEach
    void close() {
        settings(Map.of("reasons", "OFF"));
        service.close();
    }

    @Test
    void whereNobodyWantsToKnowNobodyIsAsked() {
        settings(Map.of("reasons", "OFF"));
        as("admin").get(LOCK).then().statusCode(200).body(not(containsString(FIELD)));
        lock("").body(containsString("class=\"done\""));
        assertEquals("", lastReason());
    }

    @Test
    void whereItMayBeSaidTheFieldMayStayEmpty() {
        settings(Map.of("reasons", "OPTIONAL"));
        as("admin")
                .get(LOCK)
                .then()
                .body(allOf(
                        containsString(FIELD), containsString("may be left empty"), not(containsString("required"))));
        lock("");
        assertEquals("", lastReason());
        lock("left the company – Zoë");
        assertEquals("left the company – Zoë", lastReason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "lock", "disable"})
    void whereItMustBeSaidEachOfTheseAsks(String action) {
        settings(Map.of("reasons", "REQUIRED", "reasonPattern", "INC[0-9]{7}"));
        as("admin")
                .get("/admin/users/u-why/act/" + action)
                .then()
                .body(allOf(containsString(FIELD), containsString(" required"), containsString("INC[0-9]{7}")));
        as("admin").get("/admin/users/u-why/act/move").then().body(not(containsString(FIELD)));
    }

    @Test
    void whatIsRefusedIsSaidInTheReadersWordsAndStaysTyped() {
        settings(Map.of("reasons", "REQUIRED", "reasonPattern", "INC[0-9]{7}"));
        lock("").body(containsString("Your organization wants a reason for this: say why."));
        lock("lost <phone>")
                .body(containsString("The reason has to contain what your organization asks for"))
                .body(containsString("value=\"lost &lt;phone&gt;\""));
        as("admin")
                .header("Accept-Language", "it")
                .formParam("reason", "INC0012345 48213")
                .post(LOCK)
                .then()
                .body(containsString("Il motivo contiene cifre che potrebbero essere un PIN"));
        assertEquals(List.of(), service.asked());
        lock("INC0012345 lost phone").body(containsString("class=\"done\""));
        assertEquals("INC0012345 lost phone", lastReason());
    }

    @Test
    @Tag("A5")
    void whoRevealsAPinIsAskedBefore() {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var held = events.mail(
                    "foyer.notification.NotificationHeld.v1", "u-why", "n-why", "reason", "AUTOMATIC_MAIL_OFF");
            assertTrue(index.passed(List.of(held), Duration.ofSeconds(10)));
        }
        settings(Map.of("reasons", "REQUIRED"));
        as("admin").get("/admin/deliveries/n-why").then().body(containsString(FIELD));
        as("helpdesk").get("/admin/deliveries/n-why").then().body(not(containsString(FIELD)));
        as("admin")
                .formParam("reason", "")
                .post("/admin/deliveries/n-why/reveal")
                .then()
                .body(containsString("Your organization wants a reason for this: say why."));
    }

    @Test
    @Tag("F")
    void deadLettersAreHandledAgainForAReasonToo() {
        String letter = UUID.randomUUID().toString().replace("-", "");
        String cause = "Why " + letter;
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var buried = events.buried(letter, "in.contoso.com.directory", "WHOLE", "{}", cause);
            assertTrue(index.passed(List.of(buried), Duration.ofSeconds(10)));
        }
        settings(Map.of("reasons", "OFF"));
        as("admin").get(LETTERS + letter).then().body(not(containsString("id=\"why-replay\"")));
        settings(Map.of("reasons", "REQUIRED", "reasonPattern", "INC[0-9]{7}"));
        as("admin")
                .get(LETTERS + letter)
                .then()
                .body(allOf(
                        containsString("id=\"why-replay\""),
                        containsString("INC[0-9]{7}"),
                        not(containsString("may be left empty"))));
        for (String action : List.of("/replay", "/discard")) {
            as("admin")
                    .formParam("reason", "mended")
                    .post(LETTERS + letter + action)
                    .then()
                    .body(containsString("The reason has to contain what your organization asks for"))
                    .body(containsString("value=\"mended\""));
        }
        as("admin")
                .queryParam("reason", cause)
                .formParam("sure", "true")
                .formParam("reason", "")
                .post(LETTERS + "replay")
                .then()
                .statusCode(200)
                .body(containsString("Your organization wants a reason for this: say why."))
                .body(containsString("Handle 1 again"));
        assertEquals(List.of(), service.asked());
        service.answers(Answer.json(204, ""));
        as("admin")
                .formParam("reason", "INC0012345 sent twice")
                .post(LETTERS + letter + "/discard")
                .then()
                .body(containsString("It is discarded."));
        assertEquals("INC0012345 sent twice", lastReason());
    }

    @Test
    @Tag("F")
    void whoBeginsBulkWorkSaysWhyForAll() {
        settings(Map.of("reasons", "REQUIRED"));
        String seen = "{\"results\": [{\"user\": \"u-why\", \"outcome\": \"DONE\", \"mail\": \"QUEUED\"}]}";
        service.answers(Answer.json(200, seen), Answer.json(200, "{\"users\": 1}"));
        String page = bulk().post("/admin/bulk/preview")
                .then()
                .statusCode(200)
                .body(containsString(FIELD))
                .extract()
                .asString();
        confirmed(page, "").body(containsString("Your organization wants a reason for this: say why."));
        assertEquals(1, service.asked().size());
        confirmed(page, "CHG-17: longer PINs").statusCode(303);
        assertEquals("CHG-17: longer PINs", lastReason());
    }

    private static RequestSpecification bulk() {
        return as("admin")
                .multiPart("action", "RESET_PIN")
                .multiPart("whom", "LIST")
                .multiPart("list", "u-why")
                .multiPart("perSecond", "20");
    }

    private static ValidatableResponse confirmed(String page, String reason) {
        RequestSpecification form = bulk().multiPart("reason", reason);
        for (String field : List.of("seen", "users", "key")) {
            form.multiPart(field, hidden(page, field));
        }
        return form.post("/admin/bulk/begin").then();
    }

    private static ValidatableResponse lock(String reason) {
        return as("admin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("reason", reason)
                .post(LOCK)
                .then()
                .statusCode(200);
    }

    private String lastReason() {
        return service.asked().getLast().token().path("reason").asText();
    }

    private void settings(Map<String, String> settings) {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var position = events.send(
                    "tenant.settings",
                    "foyer.pin.TenantSettingsChanged.v1",
                    Map.of("tenant", "contoso.com", "settings", new HashMap<>(settings)));
            assertTrue(index.passed(List.of(position), Duration.ofSeconds(10)));
        }
    }
}

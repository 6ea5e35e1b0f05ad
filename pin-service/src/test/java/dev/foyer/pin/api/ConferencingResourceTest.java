package dev.foyer.pin.api;

import static dev.foyer.pin.api.Gateway.newCommand;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Reserve;
import dev.foyer.pin.setup.PinAggregates;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Enabling and disabling on a real broker: a conference ID has one owner, and nobody's ID is forgotten. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
class ConferencingResourceTest {

    private final Gateway gateway = Gateway.ofNewTenant();
    private final String amos = gateway.tenant() + "/amos";

    @Inject
    Commands commands;

    @Inject
    PinAggregates aggregates;

    @BeforeEach
    void withAmos() {
        Gateway.untilReady();
        gateway.provision("amos");
    }

    @Test
    @Tag("C1")
    @Tag("C2")
    void disablingReleasesTheConferenceIdForSomebodyElse() {
        String id = enabled("amos", newCommand());
        assertInstanceOf(Reply.Refused.class, reserve(id, "fabrikam.com/vera"));
        gateway.disable("amos", newCommand());
        has(amos);
        assertInstanceOf(Reply.Done.class, reserve(id, "fabrikam.com/vera"));
    }

    /** Whatever overtakes what: who is enabled has an ID that is reserved for nobody else, and no other. */
    @Test
    @Tag("C2")
    void enablingDisablingAndProvisioningAtOnceLeaveOneIdOrNone() throws Exception {
        try (var clients = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 4; round++) {
                String user = "crowd-" + round;
                List<Future<?>> requests = new ArrayList<>();
                requests.add(clients.submit(() -> gateway.provision(user)));
                for (int i = 0; i < 3; i++) {
                    requests.add(clients.submit(() -> gateway.enable(user)));
                    requests.add(clients.submit(
                            () -> gateway.call(newCommand()).delete(gateway.user(user) + "/conferencing")));
                }
                for (Future<?> request : requests) {
                    request.get();
                }
                String id = gateway.enable(user).extract().path("conferenceId");
                assertTrue(id.matches("[1-9]\\d{6}"), id);
                has(gateway.tenant() + "/" + user, id);
            }
        }
    }

    @Test
    @Tag("C1")
    void removingTheUserReleasesItToo() {
        enabled("amos", newCommand());
        gateway.call(newCommand()).delete(gateway.user("amos")).then().statusCode(204);
        has(amos);
    }

    @Test
    @Tag("A4")
    @Tag("F")
    void aRepeatedEnablingGivesItsFirstAnswerWithoutThePinWhateverHappenedSince() {
        String command = newCommand();
        var first = gateway.enable("amos", command, Map.of()).body("pin", notNullValue());
        String id = first.extract().path("conferenceId");
        repeated(command, id, first.extract().path("notificationId"));
        gateway.disable("amos", newCommand());
        repeated(command, id, first.extract().path("notificationId"));
        has(amos); // the repetition has enabled nobody
        String later = enabled("amos", newCommand());
        assertNotEquals(id, later);
        repeated(command, id, first.extract().path("notificationId"));
        has(amos, later);
    }

    @Test
    @Tag("F")
    void aRepeatedDisablingDoesNotDisableAgain() {
        enabled("amos", newCommand());
        String command = newCommand();
        gateway.disable("amos", command);
        String later = enabled("amos", newCommand());
        gateway.disable("amos", command);
        has(amos, later);
        gateway.enable("amos").statusCode(200).body("conferenceId", equalTo(later));
    }

    @Test
    @Tag("C2")
    void aRefusedEnablingKeepsNoConferenceIdAndItsRepetitionGetsOneOfItsOwn() {
        String command = newCommand();
        for (int i = 0; i < 2; i++) {
            gateway.enable("amos", command, Map.of("sendEmailToAddress", "x@example.org"))
                    .statusCode(400);
            has(amos);
        }
        String id = enabled("amos", command);
        has(amos, id);
    }

    @Test
    @Tag("C2")
    void administratorsWhoEnableAtTheSameTimeMakeOnePinAndKeepOneConferenceId() {
        var calls = Stream.generate(Gateway::newCommand)
                .limit(6)
                .map(command -> CompletableFuture.supplyAsync(
                        () -> gateway.enable("amos", command, Map.of()).extract()))
                .toList();
        var answers = calls.stream().map(CompletableFuture::join).toList();
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 201).count());
        Set<String> ids = Set.of(answers.getFirst().path("conferenceId").toString());
        answers.forEach(
                answer -> assertEquals(ids, Set.of(answer.path("conferenceId").toString())));
        has(amos, ids.toArray(String[]::new));
    }

    @Test
    @Tag("C3")
    void aResetConferenceIdIsAnotherOneAndTheOldOneIsFreeForOthers() {
        String old = enabled("amos", newCommand());
        String command = newCommand();
        String id = gateway.call(command)
                .post(gateway.user("amos") + "/conference-id/reset")
                .then()
                .statusCode(200)
                .extract()
                .path("conferenceId");
        assertNotEquals(old, id);
        has(amos, id);
        assertInstanceOf(Reply.Done.class, reserve(old, "fabrikam.com/vera"));
        gateway.call(command)
                .post(gateway.user("amos") + "/conference-id/reset")
                .then()
                .body("conferenceId", equalTo(id));
        gateway.call(newCommand(), "helpdesk")
                .post(gateway.user("amos") + "/conference-id/reset")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/role-not-allowed"));
    }

    @Test
    @Tag("C2")
    @Tag("C3")
    void aChosenConferenceIdMustBeFreeAndSevenDigits() {
        String own = enabled("amos", newCommand());
        gateway.provision("vera");
        String taken = enabled("vera", newCommand());
        String free = own.equals("2718281") || taken.equals("2718281") ? "3141592" : "2718281";
        for (int i = 0; i < 2; i++) {
            set(taken).statusCode(409).body("type", equalTo("/problems/conference-id-taken"));
        }
        set("12345").statusCode(400);
        set("0123456").statusCode(400);
        set(own).statusCode(200).body("conferenceId", equalTo(own));
        set(free).statusCode(200).body("conferenceId", equalTo(free));
        has(amos, free);
        has(gateway.tenant() + "/vera", taken);
    }

    /** A double click, or a client that asks again: one of them does it, and nobody's timer takes it away later. */
    @Test
    @Tag("C2")
    void whoAsksForOneIdManyTimesAtOnceKeepsIt() {
        enabled("amos", newCommand());
        String wanted = "2718282";
        var calls = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> set(wanted).extract().statusCode()))
                .limit(10)
                .toList();
        calls.forEach(call -> assertTrue(Set.of(200, 503).contains(call.join()), () -> "status " + call.join()));
        has(amos, wanted);
        await().during(Duration.ofSeconds(3)) // longer than the patience of these tests
                .atMost(Duration.ofSeconds(30))
                .until(() -> ReservedConferenceIds.of(amos).equals(Set.of(wanted)));
        gateway.enable("amos").body("conferenceId", equalTo(wanted));
    }

    private ValidatableResponse set(String conferenceId) {
        return gateway.call(newCommand())
                .body(Map.of("conferenceId", conferenceId))
                .put(gateway.user("amos") + "/conference-id")
                .then();
    }

    @Test
    void nobodyIsEnabledWhoIsNotThere() {
        gateway.enable("nobody").statusCode(404).body("type", equalTo("/problems/user-not-found"));
        has(gateway.tenant() + "/nobody");
    }

    /** As soon as what is not used is given back. */
    private static void has(String user, String... conferenceIds) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(Set.of(conferenceIds), ReservedConferenceIds.of(user)));
    }

    private String enabled(String userId, String command) {
        return gateway.enable(userId, command, Map.of())
                .statusCode(201)
                .body("pin", notNullValue())
                .extract()
                .path("conferenceId");
    }

    private void repeated(String command, String conferenceId, String notificationId) {
        gateway.enable("amos", command, Map.of())
                .statusCode(201)
                .body("pin", nullValue())
                .body("conferenceId", equalTo(conferenceId))
                .body("notificationId", equalTo(notificationId));
    }

    private Reply<?, ?> reserve(String id, String owner) {
        String command = newCommand();
        var meta = new CommandMeta(command, command, Actor.service("test"));
        return commands.submit(aggregates.conferenceIds(), id, new Reserve(owner, Instant.MAX), meta)
                .toCompletableFuture()
                .join();
    }
}

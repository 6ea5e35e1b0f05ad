package dev.foyer.pin.api;

import static dev.foyer.pin.api.Gateway.newCommand;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.Actor;
import dev.foyer.eventsourcing.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.testing.BrokerResource;
import dev.foyer.pin.PinAggregates;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Reserve;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
        assertInstanceOf(Reply.Done.class, reserve(id, "fabrikam.com/vera"));
        assertEquals(Set.of(), ReservedConferenceIds.of(amos));
    }

    /** Whatever overtakes what: who is enabled has an ID that is reserved for nobody else, and no other. */
    @Test
    @Tag("C2")
    void enablingDisablingAndProvisioningAtOnceLeaveOneIdOrNone() throws Exception {
        try (var clients = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 10; round++) {
                String user = "crowd-" + round;
                List<Future<?>> wishes = new ArrayList<>();
                wishes.add(clients.submit(() -> gateway.provision(user)));
                for (int i = 0; i < 3; i++) {
                    wishes.add(clients.submit(() -> gateway.enable(user)));
                    wishes.add(clients.submit(
                            () -> Gateway.call(newCommand()).delete(gateway.user(user) + "/conferencing")));
                }
                for (Future<?> wish : wishes) {
                    wish.get();
                }
                String id = gateway.enable(user).extract().path("conferenceId");
                assertTrue(id.matches("[1-9]\\d{6}"), id);
                assertEquals(Set.of(id), ReservedConferenceIds.of(gateway.tenant() + "/" + user));
            }
        }
    }

    @Test
    @Tag("C1")
    void removingTheUserReleasesItToo() {
        enabled("amos", newCommand());
        Gateway.call(newCommand()).delete(gateway.user("amos")).then().statusCode(204);
        assertEquals(Set.of(), ReservedConferenceIds.of(amos));
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
        assertEquals(Set.of(), ReservedConferenceIds.of(amos), "the repetition has enabled nobody");
        String later = enabled("amos", newCommand());
        assertNotEquals(id, later);
        repeated(command, id, first.extract().path("notificationId"));
        assertEquals(Set.of(later), ReservedConferenceIds.of(amos));
    }

    @Test
    @Tag("F")
    void aRepeatedDisablingDoesNotDisableAgain() {
        enabled("amos", newCommand());
        String command = newCommand();
        gateway.disable("amos", command);
        String later = enabled("amos", newCommand());
        gateway.disable("amos", command);
        assertEquals(Set.of(later), ReservedConferenceIds.of(amos));
        gateway.enable("amos").statusCode(200).body("conferenceId", equalTo(later));
    }

    @Test
    @Tag("C2")
    void aRefusedEnablingKeepsNoConferenceIdAndItsRepetitionGetsOneOfItsOwn() {
        String command = newCommand();
        for (int i = 0; i < 2; i++) {
            gateway.enable("amos", command, Map.of("sendEmailToAddress", "x@example.org"))
                    .statusCode(400);
            assertEquals(Set.of(), ReservedConferenceIds.of(amos));
        }
        String id = enabled("amos", command);
        assertEquals(Set.of(id), ReservedConferenceIds.of(amos));
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
        assertEquals(ids, ReservedConferenceIds.of(amos));
    }

    @Test
    void nobodyIsEnabledWhoIsNotThere() {
        gateway.enable("nobody").statusCode(404).body("type", equalTo("/problems/user-not-found"));
        assertEquals(Set.of(), ReservedConferenceIds.of(gateway.tenant() + "/nobody"));
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
        return commands.submit(aggregates.conferenceIds(), id, new Reserve(owner), meta)
                .toCompletableFuture()
                .join();
    }
}

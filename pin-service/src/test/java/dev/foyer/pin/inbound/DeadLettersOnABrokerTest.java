package dev.foyer.pin.inbound;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.events.BuriedRecord;
import dev.foyer.base.events.BuriedRecord.Kept;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.deadletters.Asked;
import dev.foyer.eventsourcing.deadletters.DeadLetter;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent;
import dev.foyer.eventsourcing.deadletters.LetterPlace;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.service.eventsourced.deadletters.Replays;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a tenant's directory wrote and nobody could use is handled again by command, once, and what came of it is an event. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
@Tag("F")
class DeadLettersOnABrokerTest {

    private static final String CONTOSO = "contoso.com";

    @Inject
    Replays replays;

    private final TenantSystem contoso = new TenantSystem(CONTOSO);
    private final String user = "u-" + UUID.randomUUID();

    @AfterEach
    void close() {
        contoso.close();
    }

    @Test
    void whatIsMendedIsHandledAfterAllOnceAndStaysSo() {
        BuriedRecord letter = buried("UserChanged", "\"displayName\":\"After all\"");
        assertEquals(Kept.WHOLE, letter.kept());
        assertEquals(CONTOSO, letter.owner());

        Response tooEarly = replay(letter, "first");
        assertEquals("BURIED_AGAIN", tooEarly.path("outcome"), tooEarly.asString());
        assertTrue(tooEarly.<String>path("why").contains("There is no such user"));
        contoso.say(
                "UserProvisioned",
                user,
                data("\"displayName\":\"Before\",\"userPrincipalName\":\"%s@contoso.com\"".formatted(user)));
        eventually().until(() -> names().contains("Before"));

        Response handled = replay(letter, "second");
        assertEquals("REPLAYED", handled.path("outcome"), handled.asString());
        assertEquals(2, handled.<Integer>path("attempt"));
        assertEquals(List.of("Before", "After all"), names());
        assertEquals(handled.asString(), replay(letter, "second").asString(), "the same command");
        Response again = replay(letter, "third");
        assertEquals(409, again.statusCode());
        assertEquals("/problems/dead-letter-replayed", again.path("type"));

        List<InboundEvent> told = told(letter);
        assertEquals(
                List.of("BURIED_AGAIN", "HANDLED"),
                told.stream().map(one -> one.data().path("outcome").asText()).toList());
        assertEquals("INC-4711", told.getLast().data().path("reason").asText());
        assertEquals("admin", told.getLast().actor());
        assertEquals("conferencing-admin", told.getLast().actorRole());
        InboundEvent changed = events().getLast();
        assertEquals(told.getLast().correlationId(), changed.correlationId(), "one request made both");
        assertEquals("directory", changed.actorRole());
    }

    /** Whoever dies after the letter's command, and is begun again by its timer, makes the same commands again. */
    @Test
    void twoAtOnceAndOneWhoDiedHandleItOnce() {
        BuriedRecord letter = buried("UserChanged", "\"displayName\":\"Once\"");
        contoso.say(
                "UserProvisioned",
                user,
                data("\"displayName\":\"Before\",\"userPrincipalName\":\"%s@contoso.com\"".formatted(user)));
        eventually().until(() -> names().contains("Before"));
        List<CompletableFuture<Response>> both = IntStream.range(0, 6)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> replay(letter, "at-once-" + i), Thread::startVirtualThread))
                .toList();
        List<Integer> answers =
                both.stream().map(each -> each.join().statusCode()).sorted().toList();
        assertEquals(List.of(200, 409, 409, 409, 409, 409), answers);
        assertEquals(List.of("Before", "Once"), names());

        replays.committed(
                CONTOSO + "/" + letter.id(),
                new DeadLetter.Replaying(
                        new LetterPlace(
                                letter.lies().partition(),
                                letter.lies().offset(),
                                letter.origin().topic(),
                                letter.origin().partition(),
                                letter.origin().offset()),
                        1,
                        new Asked(new Actor("admin", "conferencing-admin", null), "once-more", "once-more", null),
                        2,
                        Instant.now()),
                List.of(new DeadLetterEvent.ReplayContinued(Instant.now(), Instant.now())));
        BuriedRecord other = buried("UserChanged", "\"userPrincipalName\":null");
        assertEquals("BURIED_AGAIN", replay(other, "behind it").path("outcome"));
        assertEquals(List.of("Before", "Once"), names());
        assertEquals(1, told(letter).size());
    }

    @Test
    void whatIsDiscardedStaysSoAndSaysWhy() {
        BuriedRecord letter = buried("UserChanged", "\"displayName\":\"Nobody\"");
        assertEquals(400, post(letter, "discard", token(CONTOSO, "d-1"), null).statusCode());
        assertEquals(
                204, post(letter, "discard", token(CONTOSO, "d-2"), "of a test").statusCode());
        Response replayed = replay(letter, "too late");
        assertEquals("/problems/dead-letter-discarded", replayed.path("type"));
        assertEquals("of a test", told(letter).getFirst().data().path("reason").asText());
    }

    @Test
    void aLetterIsItsTenantsAndNobodyElses() {
        BuriedRecord letter = buried("UserChanged", "\"displayName\":\"Mine\"");
        Response others = post(letter, "replay", token("fabrikam.com", "f-1"), null, "fabrikam.com");
        assertEquals(404, others.statusCode());
        assertEquals(
                403,
                post(letter, "replay", token(CONTOSO, "o-1").as("operator"), null)
                        .statusCode());
        assertEquals(
                404,
                post(letter, "replay", token("-", "o-2").as("operator"), null, "-")
                        .statusCode());
        BuriedRecord nobody = new BuriedRecord(
                "0".repeat(32),
                letter.reader(),
                letter.reason(),
                letter.lies(),
                letter.buriedAt(),
                letter.origin(),
                letter.kept(),
                letter.content());
        assertEquals(404, replay(nobody, "nobody").statusCode());
        assertEquals(List.of(), told(letter));
    }

    @Test
    @Tag("A6")
    void whatMayHoldAPinIsNotKeptAndNotReplayed() {
        contoso.say("UserChanged", user, data("\"pin\":\"13579\""));
        BuriedRecord letter = await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> letters()
                                .filter(one -> one.kept() == Kept.NOTHING
                                        && one.owner().equals(CONTOSO))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertNull(letter.content().value());
        assertNull(letter.content().key());
        Response refused = replay(letter, "secret");
        assertEquals("/problems/dead-letter-not-kept", refused.path("type"), refused.asString());
        assertFalse(
                TopicContents.text(BrokerResource.broker(), "pin.dead-letters").contains("13579"));
    }

    private BuriedRecord buried(String type, String field) {
        contoso.say(type, user, data(field));
        String text = data(field);
        return eventually()
                .until(
                        () -> letters()
                                .filter(one -> one.content().value() != null
                                        && new String(one.content().value(), UTF_8).equals(text))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Stream<BuriedRecord> letters() {
        return TopicContents.records(BrokerResource.broker(), "pin.dead-letters").stream()
                .map(BuriedRecord::read);
    }

    private static CallToken token(String tenant, String command) {
        return CallToken.of("pin-service", tenant).forCommand(command);
    }

    private static Response replay(BuriedRecord letter, String command) {
        return post(letter, "replay", token(CONTOSO, letter.id() + command), "INC-4711");
    }

    private static Response post(BuriedRecord letter, String what, CallToken token, String reason) {
        return post(letter, what, token, reason, CONTOSO);
    }

    private static Response post(BuriedRecord letter, String what, CallToken token, String reason, String tenant) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "partition", letter.lies().partition(), "offset", letter.lies().offset()));
        if (reason != null) {
            body.put("reason", reason);
        }
        return given().header("Authorization", token.authorization())
                .contentType("application/json")
                .body(body)
                .post("/internal/v1/tenants/" + tenant + "/dead-letters/" + letter.id() + "/" + what);
    }

    private String data(String field) {
        return "{\"userId\":\"" + user + "\"," + field + "}";
    }

    private List<InboundEvent> events() {
        return TopicContents.events(BrokerResource.broker(), "pin.events").stream()
                .filter(event -> event.subject().equals(CONTOSO + "/" + user))
                .toList();
    }

    private static List<InboundEvent> told(BuriedRecord letter) {
        return TopicContents.events(BrokerResource.broker(), "pin.events").stream()
                .filter(event -> event.subject().equals(CONTOSO + "/" + letter.id()))
                .toList();
    }

    private List<String> names() {
        return events().stream()
                .map(event -> event.data().path("displayName").asText())
                .toList();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(40));
    }
}

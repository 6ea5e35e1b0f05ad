package dev.foyer.blackbox;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Component;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hundreds of letters are replayed at once through two kill -9 of the service that owns them: each is handled, and none twice. */
@Tag("F")
@Tag("long")
class DeadLettersKillIT {

    private static final String DIRECTORY = "in.contoso.com.directory";
    private static final String LETTERS = "/api/v1/dead-letters";
    private static final int USERS = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    private static Api admin() {
        return OWN.foyer().cast().admin().patient(PATIENCE);
    }

    @Test
    void eachIsHandledOnce() {
        say("foyer.directory.UserChanged.v1", """
                {"userId":"%1$s","displayName":"Found %1$s"}""");
        await(() -> total("?state=OPEN&origin=" + DIRECTORY) == USERS);
        say("foyer.directory.UserProvisioned.v1", """
                {"userId":"%1$s","userPrincipalName":"%1$s@contoso.com","displayName":"Not yet"}""");
        await(() -> admin().get("/api/v1/users?q=lost").at("total").asInt() == USERS);

        CompletableFuture<Void> replays =
                CompletableFuture.runAsync(DeadLettersKillIT::replayAll, Thread::startVirtualThread);
        for (int share : List.of(USERS / 10, USERS * 6 / 10)) {
            await(() -> total("?state=REPLAYED") >= share || replays.isDone());
            OWN.foyer().crash(Component.PIN_SERVICE);
            System.out.println("Killed pin-service after " + total("?state=REPLAYED") + " of " + USERS);
        }
        replays.join();

        assertEquals(USERS, total("?state=REPLAYED"));
        assertEquals(USERS, total("?origin=" + DIRECTORY), "nothing was buried anew");
        Set<String> ids = new HashSet<>(ids());
        Map<String, Long> changes = ofPin("foyer.pin.UserProvisioned.v1")
                .collect(groupingBy(record -> Records.key(record).replace("contoso.com/", ""), counting()));
        assertEquals(ids, changes.keySet());
        assertEquals(Set.of(2L), new HashSet<>(changes.values()), "put in once, changed once");
        List<String> handled = ofPin("foyer.pin.DeadLetterReplayed.v1")
                .map(Records::text)
                .filter(text -> text.contains("\"HANDLED\""))
                .toList();
        assertEquals(USERS, handled.size(), "and said so once each");
        ids.forEach(id ->
                assertEquals("Found " + id, admin().get("/api/v1/users/" + id).text("displayName")));
        Journal journal = Journal.read(OWN.foyer().topics(), "pin.journal");
        assertEquals(List.of(), journal.commandsDoneTwice());
        assertEquals(List.of(), journal.brokenSequences());
    }

    /** As a script does it: 200 at a time, the same request again until all of them have ended, then the next. */
    private static void replayAll() {
        Set<String> done = new HashSet<>();
        for (int part = 1; done.size() < USERS; part++) {
            Api asking = admin().with("Idempotency-Key", "part-" + part);
            await(() -> {
                Answer answer = asked(asking);
                List<JsonNode> items = answer == null || answer.status() != 200
                        ? List.of()
                        : answer.at("items").valueStream().toList();
                items.stream()
                        .filter(item -> item.path("outcome").asText().equals("REPLAYED"))
                        .forEach(item -> done.add(item.path("id").asText()));
                return !items.isEmpty()
                        && items.stream()
                                .allMatch(item -> done.contains(item.path("id").asText()));
            });
            assertTrue(part <= USERS, "it goes on");
        }
    }

    private static Answer asked(Api asking) {
        try {
            return asking.post(
                    LETTERS + "/replay",
                    Map.of(
                            "filter",
                            Map.of("origin", DIRECTORY, "reason", "no such user"),
                            "dryRun",
                            false,
                            "reason",
                            "INC-4711"));
        } catch (CannotRun cutOff) {
            return null;
        }
    }

    private static int total(String query) {
        return admin().get(LETTERS + query).at("total").asInt();
    }

    private static void say(String type, String json) {
        OWN.foyer().topics().sayAll(DIRECTORY, type, ids().stream().collect(toMap(id -> id, json::formatted)));
    }

    private static void await(Callable<Boolean> holds) {
        Awaitility.await().pollInterval(Duration.ofMillis(500)).atMost(PATIENCE).until(holds);
    }

    private static Stream<ConsumerRecord<byte[], byte[]>> ofPin(String type) {
        return OWN.foyer().topics().committed("pin.events").stream()
                .filter(record -> Records.type(record).equals(type));
    }

    private static List<String> ids() {
        return IntStream.range(0, USERS).mapToObj(n -> "lost-" + n).toList();
    }
}

package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A directory writes what cannot be used; an administrator sees why, mends it, and has it handled after all. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
@Tag("F")
class DeadLettersIT {

    private static final String DIRECTORY = "in.contoso.com.directory";
    private static final String LETTERS = "/api/v1/dead-letters";

    private static BlackBox foyer;
    private static Cast cast;

    @BeforeAll
    static void start(SharedFoyer shared) {
        foyer = shared.foyer();
        cast = foyer.cast();
    }

    @Test
    void whatIsMendedIsHandledAfterAll() {
        String id = buried("letters-1", "Found at last").get("id").asText();
        JsonNode letter = letter(id);
        assertEquals("OPEN", letter.path("state").asText());
        assertTrue(letter.path("reason").asText().contains("There is no such user"), letter::toString);
        assertTrue(letter.at("/content/value").asText().contains("Found at last"), letter::toString);
        assertFalse(ids(cast.otherAdmin()).contains(id));

        Map<String, Object> filter = Map.of("origin", DIRECTORY, "reason", "no such user");
        JsonNode dry =
                cast.admin().post(LETTERS + "/replay", Map.of("filter", filter)).body();
        assertTrue(dry.path("dryRun").asBoolean());
        assertTrue(StreamSupport.stream(dry.path("items").spliterator(), false)
                .anyMatch(item -> item.path("id").asText().equals(id)
                        && item.path("outcome").asText().equals("WOULD_BE_REPLAYED")));
        Answer early = replay(id, "letters-early");
        assertEquals("BURIED_AGAIN", early.text("state"), early::toString);
        assertTrue(early.text("outcome.why").contains("There is no such user"), early.text("outcome.why"));

        cast.admin()
                .put(
                        "/api/v1/users/letters-1",
                        Map.of("userPrincipalName", "letters-1@contoso.com", "displayName", "Not yet"));
        Answer mended = replay(id, "letters-mended");
        assertEquals("REPLAYED", mended.text("state"), () -> mended.body().toString());
        assertEquals("admin", mended.text("outcome.by"));
        assertEquals(
                "Found at last", cast.admin().get("/api/v1/users/letters-1").text("displayName"));
        assertEquals("REPLAYED", letter(id).path("state").asText());

        cast.admin()
                .put(
                        "/api/v1/users/letters-1",
                        Map.of("userPrincipalName", "letters-1@contoso.com", "displayName", "Changed since"));
        assertEquals("REPLAYED", replay(id, "letters-mended").text("state"), "the same request");
        Answer second = replay(id, "letters-second");
        assertEquals(409, second.status());
        assertEquals("/problems/dead-letter-replayed", second.text("type"));
        assertEquals(
                "Changed since", cast.admin().get("/api/v1/users/letters-1").text("displayName"));
        assertEquals(
                List.of("HANDLED", "BURIED_AGAIN"),
                StreamSupport.stream(
                                cast.auditor()
                                        .get("/api/v1/audit?type=DeadLetterReplayed")
                                        .body()
                                        .path("items")
                                        .spliterator(),
                                false)
                        .map(event -> event.path("data"))
                        .filter(data -> data.path("deadLetterId").asText().equals(id))
                        .map(data -> data.path("outcome").asText())
                        .toList());
    }

    @Test
    void whatIsDiscardedStaysSo() {
        String id = buried("letters-2", "Nobody").get("id").asText();
        assertEquals(
                204,
                cast.admin()
                        .post(LETTERS + "/" + id + "/discard", Map.of("reason", "Written by a test system."))
                        .status());
        assertEquals("DISCARDED", letter(id).path("state").asText());
        assertEquals(
                "Written by a test system.", letter(id).at("/outcome/reason").asText());
        assertEquals(409, replay(id, "letters-discarded").status());
    }

    private static JsonNode buried(String user, String name) {
        foyer.topics().say(DIRECTORY, user, "foyer.directory.UserChanged.v1", """
                {"userId":"%s","displayName":"%s"}""".formatted(user, name));
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> items(cast.admin(), "?state=OPEN&origin=" + DIRECTORY).stream()
                                .filter(item -> item.at("/content/key").asText().equals(user))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Answer replay(String id, String key) {
        return cast.admin()
                .with("Idempotency-Key", key)
                .post(LETTERS + "/" + id + "/replay", Map.of("reason", "INC-4711"));
    }

    private static JsonNode letter(String id) {
        return items(cast.auditor(), "?limit=200").stream()
                .filter(item -> item.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Api api) {
        return items(api, "").stream().map(item -> item.path("id").asText()).toList();
    }

    private static List<JsonNode> items(Api api, String query) {
        return StreamSupport.stream(
                        api.get(LETTERS + query).body().path("items").spliterator(), false)
                .toList();
    }
}

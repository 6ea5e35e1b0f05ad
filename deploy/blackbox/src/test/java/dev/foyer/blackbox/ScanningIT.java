package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Guessing conference IDs, and one organizer's PIN after the other: it finds nothing, is seen, and hinders nobody else. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
@Tag("G2")
@Tag("case-S7")
class ScanningIT {

    private static final int GUESSES = 1_200;
    private static final int EACH_HONEST = 40;
    private static final String SCANNER = "+12065550166";
    private static final String SPRAYER = "+12065550177";
    private static final String HONEST = "+12065550188";
    private static final long STEP_MILLIS = 100;

    private static SharedFoyer shared;
    private static Cast cast;

    @BeforeAll
    static void start(SharedFoyer foyer) {
        shared = foyer;
        cast = foyer.foyer().cast();
    }

    /** 1,200 random conference IDs, sixteen at a time, as the trial did; an honest caller is between them all the time. */
    @Test
    void whoScansConferenceIdsHearsTheSameOfAllAndIsSeen() {
        String existing = enabled("scan-organizer");
        Random random = new Random(4711);
        List<String> ids = random.ints(GUESSES, 1_000_000, 10_000_000)
                .mapToObj(Integer::toString)
                .filter(id -> !id.equals(existing))
                .toList();
        Answer first = dial(ids.getFirst(), SCANNER);
        List<Long> times = sixteenAtATime(ids.size() - 1, i -> {
            if (i % EACH_HONEST == 0) {
                assertEquals("LOBBY", dial(existing, HONEST).text("state"), "an honest caller's " + i);
            }
            return guess(first, ids.get(i + 1));
        });
        assertTrue(times.stream().allMatch(taken -> taken >= STEP_MILLIS), () -> "too fast: " + times);

        // From there even what exists is unknown, in the same words; for everybody else it is there.
        guess(first, existing);
        guess(first, "12");
        assertEquals("LOBBY", dial(existing, HONEST).text("state"));
        assertEquals("LOBBY", dial(existing, null).text("state"), "who shows no number is another matter");

        JsonNode scan = scanOf("66");
        assertEquals("NUMBER", scan.get("kind").asText());
        assertTrue(scan.get("unknownConferenceIds").asInt() < 100, () -> "looked up: " + scan);
        isSeen("ConferenceIdScanSuspected", "number of the scanner", SCANNER.substring(1));
        assertEquals(200, cast.auditor().get("/api/v1/scans").status());
        String source = "/api/v1/scans/" + scan.get("source").asText();
        assertEquals(403, cast.auditor().delete(source).status());
        assertEquals(404, cast.otherAdmin().delete(source).status());
        assertEquals(204, cast.admin().delete(source).status());
        assertEquals(404, cast.admin().delete(source).status());
        assertEquals("LOBBY", dial(existing, SCANNER).text("state"), "nothing is held against it any more");
        isSeen("ConferenceIdScanCleared", "clearing", SCANNER.substring(1));
    }

    /** Five guesses each at 19 organizers, as the trial did: none of them is locked, and the source is refused. */
    @Test
    @Tag("long")
    void whoTriesAPinAtManyOrganizersIsToldWrongEvenWhenItIsRight() {
        for (int organizer = 0; organizer < 19; organizer++) {
            String conferenceId = enabled("spray-" + organizer);
            for (int call = 0; call < 2; call++) {
                String callId = dialled(conferenceId, SPRAYER);
                for (int tries = 2; tries >= (call == 0 ? 0 : 1); tries--) {
                    Answer answer = pin(callId, "0000");
                    assertEquals("LOBBY", answer.text("state"));
                    assertEquals(tries, answer.at("triesLeft").asInt());
                }
            }
        }
        JsonNode scan = scanOf("77");
        assertTrue(scan.get("organizersGuessedAt").asInt() >= 6, scan::toString);
        assertTrue(scan.hasNonNull("pinsRefusedUntil"), scan::toString);

        String user = user("spray-right");
        Answer made = cast.admin().post(user + "/conferencing", Map.of("sendEmail", false));
        String right = shared.issued(made.text("pin"));
        String conferenceId = made.text("conferenceId");
        Awaitility.await().until(() -> {
            pin(dialled(enabled("spray-more-" + UUID.randomUUID()), SPRAYER), "0000");
            Instant until = Instant.parse(scanOf("77").get("pinsRefusedUntil").asText());
            return until.isAfter(Instant.now().plusSeconds(3));
        });
        Answer refused = pin(dialled(conferenceId, SPRAYER), right);
        assertEquals("LOBBY", refused.text("state"));
        assertEquals(2, refused.at("triesLeft").asInt());
        assertEquals("true", pin(dialled(conferenceId, HONEST), right).text("leader"));
        assertEquals("0", cast.admin().get(user).text("conferencing.failedAttempts"));
    }

    /** Misses without a number, more than are free, sixteen at a time: who is right is let in between all of them. */
    @Test
    void whoScansWithoutANumberTurnsNobodyAway() {
        String existing = enabled("withheld-organizer");
        sixteenAtATime(200, i -> {
            if (i % 8 == 0) {
                assertEquals("LOBBY", dial(existing, null).text("state"), "an honest caller's " + i);
            } else {
                assertEquals(
                        "UNKNOWN_CONFERENCE",
                        dial(Integer.toString(8_000_000 + i), null).text("state"));
            }
            return i;
        });
        Awaitility.await().until(() -> withheld().isPresent());
        String source =
                "/api/v1/scans/" + withheld().orElseThrow().get("source").asText();
        assertEquals("LOBBY", dial(existing, "anonymous").text("state"));
        assertEquals(204, cast.admin().delete(source).status());
    }

    private static Optional<JsonNode> withheld() {
        return StreamSupport.stream(
                        cast.admin().get("/api/v1/scans").at("items").spliterator(), false)
                .filter(one -> one.get("kind").asText().equals("WITHHELD"))
                .findFirst();
    }

    private static <T> List<T> sixteenAtATime(int count, IntFunction<T> each) {
        try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
            List<Future<T>> all = IntStream.range(0, count)
                    .mapToObj(i -> callers.submit(() -> each.apply(i)))
                    .toList();
            List<T> found = new ArrayList<>();
            for (Future<T> one : all) {
                found.add(one.get());
            }
            return found;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static long guess(Answer like, String conferenceId) {
        long asked = System.nanoTime();
        Answer answer = dial(conferenceId, SCANNER);
        long taken = (System.nanoTime() - asked) / 1_000_000;
        assertEquals(like.status(), answer.status());
        assertEquals(like.body(), answer.body());
        assertEquals("UNKNOWN_CONFERENCE", answer.text("state"));
        return taken;
    }

    /** Seen by the tenant's systems too, who are not shown the number. */
    private static void isSeen(String type, String what, String number) {
        Awaitility.await().untilAsserted(() -> {
            for (String topic : List.of("pin.events", "out.contoso.com.events")) {
                assertTrue(
                        shared.foyer().topics().everything().stream()
                                .filter(found -> found.topic().equals(topic))
                                .filter(found -> new String(
                                                found.headers()
                                                        .lastHeader("ce_type")
                                                        .value(),
                                                UTF_8)
                                        .equals("foyer.pin." + type + ".v1"))
                                .map(found -> new String(found.key(), UTF_8) + new String(found.value(), UTF_8))
                                .peek(text -> assertTrue(topic.equals("pin.events") || !text.contains(number), text))
                                .anyMatch(text -> text.contains("number.")),
                        what + " in " + topic);
            }
        });
    }

    private static JsonNode scanOf(String caller) {
        return Awaitility.await()
                .until(
                        () -> StreamSupport.stream(
                                        cast.admin()
                                                .get("/api/v1/scans")
                                                .at("items")
                                                .spliterator(),
                                        false)
                                .filter(one -> one.path("caller").asText().endsWith(caller))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The log of the gateway has a line for each wait, and not for each guess. */
    @Test
    void thereIsALineForEachWaitAndNoneForEachGuess() throws IOException {
        String caller = "+12065550199";
        long before = guesses().size();
        sixteenAtATime(200, i -> dial(Integer.toString(9_000_000 + i), caller));
        List<String> said = guesses();
        assertTrue(said.size() > before && said.size() < 150, said.size() + " lines");
        assertTrue(said.stream().noneMatch(line -> line.contains(caller.substring(1))), said::toString);
    }

    private static List<String> guesses() throws IOException {
        return Files.readAllLines(shared.foyer().home().log("admin-gateway")).stream()
                .filter(line -> line.contains("Guessing at conference IDs"))
                .toList();
    }

    private static String user(String name) {
        String user = "/api/v1/users/" + name;
        Answer made =
                cast.admin().put(user, Map.of("userPrincipalName", name + "@contoso.com", "displayName", "Of " + name));
        assertEquals(201, made.status(), made::toString);
        return user;
    }

    /** @return the conference ID */
    private static String enabled(String name) {
        Answer made = cast.admin().post(user(name) + "/conferencing", Map.of("sendEmail", false, "reveal", false));
        assertEquals(201, made.status(), made::toString);
        String conferenceId = made.text("conferenceId");
        Awaitility.await()
                .until(() -> "LOBBY".equals(dial(conferenceId, "+12065550111").text("state")));
        return conferenceId;
    }

    private static String dialled(String conferenceId, String from) {
        String callId = UUID.randomUUID().toString();
        assertEquals("LOBBY", dial(callId, conferenceId, from).text("state"));
        return callId;
    }

    private static Answer dial(String conferenceId, String from) {
        return dial(UUID.randomUUID().toString(), conferenceId, from);
    }

    private static Answer dial(String callId, String conferenceId, String from) {
        Map<String, Object> call = from == null
                ? Map.of("callId", callId, "conferenceId", conferenceId)
                : Map.of("callId", callId, "conferenceId", conferenceId, "from", from);
        return cast.bridge().post("/api/v1/bridge/calls", call);
    }

    private static Answer pin(String callId, String pin) {
        return cast.bridge().post("/api/v1/bridge/calls/" + callId + "/organizer-pin", Map.of("pin", pin));
    }
}

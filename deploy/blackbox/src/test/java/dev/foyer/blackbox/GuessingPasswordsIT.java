package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Home;
import dev.foyer.local.secrets.Account;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Guessing at passwords costs waits, is seen, and keeps nobody out who signs in from where they always do, guesser or not. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
@Tag("case-S7")
class GuessingPasswordsIT {

    private static final int GUESSES = 600;
    private static final int AT_ONCE = 16;
    private static final String ME = "/api/v1/settings";
    private static final String ME_OF_ANY = "/api/v1/me";

    @Test
    void sixHundredWrongPasswordsMeetWaitsAndAreSeen(SharedFoyer shared) throws IOException {
        Account admin = shared.foyer().account("admin");
        try (Browser guesser = new Browser(shared.foyer().page(), "127.0.0.66");
                Browser honest = new Browser(shared.foyer().page(), "127.0.0.1")) {
            assertEquals(200, honest.api(ME, basic("admin", admin.password())).statusCode());
            int compared = 0;
            for (int i = 0; i < GUESSES; i++) {
                compared += refused(guesser.api(ME, basic("admin", "wrong password " + i)));
            }
            assertTrue(compared >= 6 && compared < 20, compared + " passwords were compared");
            // There, not even the right one is compared, once a wait has begun anew; at home it is.
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> refused(guesser.api(ME, basic("admin", "one more"))) == 1);
            assertEquals(429, guesser.api(ME, basic("admin", admin.password())).statusCode());
            assertEquals(429, guesser.signIn("admin", admin.password()).statusCode());
            assertEquals(200, honest.api(ME, basic("admin", admin.password())).statusCode());
        }
        isSeen(shared);
    }

    /** An office, a proxy, the local default: guesser and bridge have one address. */
    @Test
    void whoGuessesFromTheAddressOfTheBridgeKeepsItNotOut(SharedFoyer shared) throws IOException {
        Account bridge = shared.foyer().account("bridge");
        String right = basic("bridge", bridge.password());
        String home = "127.0.0.70";
        try (Browser honest = new Browser(shared.foyer().page(), home);
                Browser guesser = new Browser(shared.foyer().page(), home)) {
            assertEquals(200, honest.api(ME_OF_ANY, right).statusCode());
            Awaitility.await()
                    .until(() -> events(shared).stream().anyMatch(found -> isOf(found, "AccountSignedIn", home)));
            long begun = System.nanoTime();
            for (int i = 0; i < 12; i++) {
                assertEquals(
                        401,
                        guesser.api(ME_OF_ANY, basic("bridge", "wrong password " + i))
                                .statusCode());
                assertEquals(200, honest.api(ME_OF_ANY, right).statusCode(), "after " + (i + 1) + " wrong ones");
            }
            assertTrue(System.nanoTime() - begun > 2_000_000_000L, "from the seventh on one comparison a second");
        }
    }

    /** An unknown name waits as a known one does, so that nobody learns which names there are. */
    @Test
    void anUnknownNameLooksLikeAKnownOne(SharedFoyer shared) throws IOException {
        assertEquals(comparedOf("app", "127.0.0.67", shared), comparedOf("app-of-nobody", "127.0.0.68", shared));
    }

    /** Many at once are counted in turn. */
    @Test
    void aThousandAtOnceAreNoWayAroundIt(SharedFoyer shared) throws IOException {
        try (Browser guesser = new Browser(shared.foyer().page(), "127.0.0.69")) {
            List<Future<Integer>> guesses;
            try (ExecutorService guessers = Executors.newFixedThreadPool(AT_ONCE)) {
                guesses = IntStream.range(0, 200)
                        .mapToObj(i ->
                                guessers.submit(() -> refused(guesser.api(ME, basic("bridge", "wrong password " + i)))))
                        .toList();
            }
            int compared = guesses.stream().mapToInt(Future::resultNow).sum();
            assertTrue(compared < 20, compared + " passwords were compared");
        }
    }

    /** 8 guesses in a row, faster than any wait but the first ones. */
    private static String comparedOf(String name, String from, SharedFoyer shared) throws IOException {
        StringBuilder seen = new StringBuilder();
        try (Browser guesser = new Browser(shared.foyer().page(), from)) {
            for (int i = 0; i < 6; i++) {
                seen.append(refused(guesser.api(ME, basic(name, "wrong password " + i))));
            }
            HttpResponse<String> next = guesser.api(ME, basic(name, "wrong password"));
            seen.append(' ').append(next.statusCode()).append(' ').append(next.body());
        }
        return seen.toString();
    }

    /** @return 1 when the password was compared, 0 when there was a wait */
    private static int refused(HttpResponse<String> answer) {
        if (answer.statusCode() == 429) {
            assertTrue(
                    Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) >= 1);
            return 0;
        }
        assertEquals(401, answer.statusCode());
        return 1;
    }

    private static void isSeen(SharedFoyer shared) throws IOException {
        List<ConsumerRecord<byte[], byte[]>> events = events(shared);
        for (String type : List.of("SignInFailed", "SignInDelayed")) {
            assertTrue(
                    events.stream().anyMatch(found -> isOf(found, type, "127.0.0.66")),
                    () -> "no " + type + " among " + events.size() + " events");
        }
        List<String> said = Files.readAllLines(new Home(shared.home()).log("admin-gateway")).stream()
                .filter(line -> line.contains("Guessing at passwords") && line.contains("127.0.0.66"))
                .toList();
        assertTrue(!said.isEmpty() && said.size() < 12, said.size() + " lines: " + said);
        assertTrue(said.stream().allMatch(line -> line.contains("account admin")), said::toString);
    }

    private static List<ConsumerRecord<byte[], byte[]>> events(SharedFoyer shared) {
        return shared.foyer().topics().everything().stream()
                .filter(found -> found.topic().equals("pin.events"))
                .toList();
    }

    private static boolean isOf(ConsumerRecord<byte[], byte[]> found, String type, String address) {
        return new String(found.headers().lastHeader("ce_type").value(), UTF_8).equals("foyer.pin." + type + ".v1")
                && new String(found.value(), UTF_8).contains(address);
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }
}

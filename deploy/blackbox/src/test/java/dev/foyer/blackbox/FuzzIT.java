package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import dev.foyer.testing.fuzz.FuzzTarget;
import dev.foyer.testing.fuzz.OddRequests;
import dev.foyer.testing.fuzz.OddRequests.OddRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever anybody sends to any door of ours, with any credentials or none: it is answered, not by an error of ours, and
 * without a stack in a log. {@code -Dfuzz.seed} repeats a run.
 */
@Tag("case-S9")
class FuzzIT {

    private static final int AT_ONCE = 48;
    /** Clients that never finish are part of it, and should not be waited for long. */
    private static final String IMPATIENT = "-Dfoyer.body-timeout=1s -Dfoyer.header-timeout=1s";

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer(IMPATIENT);

    private static List<FuzzTarget> doors;

    @BeforeAll
    static void know() throws IOException {
        doors = new FuzzTargets(OWN.foyer(), somebody(OWN.foyer().cast())).all();
    }

    /** A user who is enabled, a caller who waits, a held mail. */
    private static Map<String, String> somebody(Cast cast) {
        String user = "/api/v1/users/u-17";
        String address = "amos@contoso.com";
        cast.admin()
                .put(
                        user,
                        Map.of(
                                "userPrincipalName",
                                address,
                                "displayName",
                                "Amos Marble",
                                "primarySmtpAddress",
                                address));
        Answer enabled = cast.admin().post(user + "/conferencing", Map.of("sendEmail", false));
        assertEquals(201, enabled.status(), enabled::toString);
        String conferenceId = enabled.text("conferenceId");
        Answer call = cast.bridge().post("/api/v1/bridge/calls", Map.of("callId", "c-1", "conferenceId", conferenceId));
        assertEquals(200, call.status(), call::toString);
        String mail = enabled.text("notification.id");
        return Map.of(
                "tenant",
                FuzzTargets.TENANT,
                "account",
                "admin",
                "conferenceId",
                conferenceId,
                "callId",
                "c-1",
                "id",
                mail,
                "notificationId",
                mail,
                "source",
                "withheld.bridge");
    }

    @Test
    void twoThousandRequests() throws Exception {
        run(2_000);
    }

    @Test
    @Tag("long")
    void twentyThousandRequests() throws Exception {
        run(20_000);
    }

    private static void run(int count) throws Exception {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("FuzzIT: " + count + " requests to " + doors + ", seed " + seed);
        OddRequests requests = new OddRequests(doors, seed);
        FuzzClient client = new FuzzClient();
        Semaphore places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                OddRequest request = requests.next();
                places.acquire();
                threads.submit(() -> {
                    try {
                        client.send(request);
                    } finally {
                        places.release();
                    }
                });
            }
        }
        client.sendLateOnesAgain();
        System.out.println("FuzzIT: " + client);
        assertTrue(client.hasSeen(200) && client.hasSeen(400), client::toString);
        assertEquals(List.of(), client.failures(), "seed " + seed);
        assertEquals(List.of(), stacks(), "seed " + seed);
    }

    /** Each line that begins a stack, with its log. */
    private static List<String> stacks() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> logs = Files.list(OWN.home().resolve("logs"))) {
            for (Path log : logs.toList()) {
                String before = "";
                for (String line : Files.readAllLines(log)) {
                    if (line.startsWith("\tat ") && !before.startsWith("\tat ")) {
                        found.add(log.getFileName() + ": " + before + " " + line);
                    }
                    before = line;
                }
            }
        }
        return found.stream().distinct().limit(20).toList();
    }
}

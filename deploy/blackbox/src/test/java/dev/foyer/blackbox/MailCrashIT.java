package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import dev.foyer.local.process.Component;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** notification-service killed while it sends: nobody goes without a mail, and at most what was in flight is doubled. */
@Tag("long")
class MailCrashIT {

    private static final int USERS = 80;
    private static final int CALLERS = 8;
    /** Who enables waits for no mail, so as many are in flight as have a turn: two for each place of {@code foyer.mail.parallel}. */
    private static final int IN_FLIGHT = 2 * 8;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    private static Cast cast;

    @BeforeAll
    static void cast() {
        cast = OWN.foyer().cast();
    }

    @Test
    @Tag("D6")
    void killedWhileSendingItGoesOnWhereTheJournalStands() throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> enabled = IntStream.range(0, USERS)
                    .<Future<?>>mapToObj(n -> callers.submit(() -> enable(user(n))))
                    .toList();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> cast.mails().all().size() > USERS / 4);
            OWN.foyer().kill(Component.NOTIFICATION_SERVICE);
            assertTrue(cast.mails().all().size() < USERS, "killed too late to say anything");
            OWN.foyer().crash(Component.NOTIFICATION_SERVICE);
            for (Future<?> each : enabled) {
                each.get();
            }
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(USERS, recipients().size()));
        for (int n = 0; n < USERS; n++) {
            String user = user(n);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertEquals(List.of("SENT"), statuses(user), user));
        }
        int doubled = cast.mails().all().size() - USERS;
        assertTrue(doubled <= IN_FLIGHT, doubled + " mails came twice");
    }

    private static String user(int number) {
        return "mail-crash-" + number;
    }

    private static void enable(String user) {
        String upn = user + "@contoso.com";
        Map<String, String> profile = Map.of("userPrincipalName", upn, "displayName", user, "primarySmtpAddress", upn);
        done(() -> cast.admin().put("/api/v1/users/" + user, profile));
        done(() -> cast.admin().post("/api/v1/users/" + user + "/conferencing", Map.of()));
    }

    /** Who is told to come again comes again, and asks for the same: eight at once are many for a machine that has just started all this. */
    private static void done(Supplier<Answer> request) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            Answer answer = request.get();
            assertTrue(answer.status() < 300 || answer.status() == 503, answer::toString);
            return answer.status() < 300;
        });
    }

    private static Set<String> recipients() {
        return cast.mails().all().stream()
                .flatMap(mail -> mail.path("to").valueStream())
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static List<String> statuses(String user) {
        return cast.admin()
                .get("/api/v1/notifications?user=" + user)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("status").asText())
                .toList();
    }
}

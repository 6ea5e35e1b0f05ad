package dev.foyer.blackbox;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import dev.foyer.local.process.Component;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 10,000 users are enabled through two kill -9 of the gateway, one of pin-service and one of notification-service: each once. */
@Tag("long")
@Tag("F")
class CampaignKillIT {

    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final int USERS = 10_000;

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    @Test
    void eachOfTenThousandIsDoneOnce() {
        Cast cast = OWN.foyer().cast();
        // 10,000 mails are another matter.
        cast.admin().patch("/api/v1/settings", Map.of("automaticallySendEmailsToUsers", false));
        Map<String, String> all = ids().stream().collect(toMap(id -> id, CampaignKillIT::profile));
        OWN.foyer().topics().sayAll("in.contoso.com.directory", "foyer.directory.UserProvisioned.v1", all);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> cast.admin()
                                .get("/api/v1/users?q=bulkperson")
                                .at("total")
                                .asInt()
                        == USERS);

        Answer begun = cast.admin()
                .post(CAMPAIGNS, Map.of("action", "ENABLE", "query", Map.of("q", "bulkperson"), "perSecond", 200));
        assertEquals(201, begun.status(), begun::toString);
        assertEquals(USERS, begun.at("users").asInt());
        String campaign = CAMPAIGNS + "/" + begun.text("id");

        killWhen(campaign, USERS / 10, Component.ADMIN_GATEWAY);
        killWhen(campaign, USERS / 3, Component.PIN_SERVICE);
        singleCommandsAreNotHeldUp(cast);
        killWhen(campaign, USERS / 2, Component.NOTIFICATION_SERVICE);
        killWhen(campaign, USERS * 2 / 3, Component.ADMIN_GATEWAY);
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .until(() -> "FINISHED".equals(cast.admin().get(campaign).text("state")));

        Answer finished = cast.admin().get(campaign);
        assertEquals(USERS, finished.at("done").asInt(), finished.body()::toString);
        assertEquals(0, finished.at("left").asInt());
        Map<String, Long> enabled = times();
        assertEquals(new HashSet<>(ids()), enabled.keySet());
        assertEquals(Set.of(1L), new HashSet<>(enabled.values()), "each once");
        List<String> lines = cast.admin()
                .patient(Duration.ofMinutes(1))
                .with("Accept", "text/csv")
                .get(campaign + "/result")
                .body()
                .asText()
                .lines()
                .toList();
        assertEquals(USERS + 1, lines.size());
        assertTrue(lines.stream().skip(1).allMatch(line -> line.contains(",DONE,,HELD,")));
        for (String journal : List.of("pin.journal", "notification.journal")) {
            Journal read = Journal.read(OWN.foyer().topics(), journal);
            assertEquals(List.of(), read.commandsDoneTwice(), journal);
            assertEquals(List.of(), read.brokenSequences(), journal);
        }
        assertEquals(
                USERS,
                cast.admin()
                        .get("/api/v1/notifications?status=held")
                        .at("total")
                        .asInt(),
                "one mail each");
    }

    /** Who changes one user meanwhile notices no more than a busy machine. */
    private static void singleCommandsAreNotHeldUp(Cast cast) {
        long[] millis = IntStream.range(0, 30)
                .mapToLong(n -> {
                    long begin = System.nanoTime();
                    Answer put = cast.admin()
                            .put(
                                    "/api/v1/users/single-" + n,
                                    Map.of(
                                            "userPrincipalName",
                                            "single-" + n + "@contoso.com",
                                            "displayName",
                                            "Single"));
                    assertEquals(201, put.status(), put::toString);
                    return Duration.ofNanos(System.nanoTime() - begin).toMillis();
                })
                .sorted()
                .toArray();
        System.out.println("Single commands beside the campaign: median " + millis[15] + " ms, slowest " + millis[29]);
        assertTrue(millis[15] < 1_000, () -> "median " + millis[15] + " ms");
    }

    private static void killWhen(String campaign, int done, Component victim) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> done(campaign) >= done);
        System.out.println("kill -9 of " + victim + " after " + done(campaign) + " of " + USERS);
        OWN.foyer().crash(victim);
    }

    private static int done(String campaign) {
        return OWN.foyer().cast().admin().get(campaign).at("done").asInt();
    }

    private static Map<String, Long> times() {
        return OWN.foyer().topics().committed("pin.events").stream()
                .filter(record -> Records.type(record).equals("foyer.pin.UserEnabled.v1"))
                .map(CampaignKillIT::user)
                .collect(groupingBy(id -> id, counting()));
    }

    private static String user(ConsumerRecord<byte[], byte[]> record) {
        return Records.key(record).replace("contoso.com/", "");
    }

    private static List<String> ids() {
        return IntStream.range(0, USERS).mapToObj(n -> "bulk-" + n).toList();
    }

    private static String profile(String id) {
        return """
                {"userId":"%1$s","userPrincipalName":"%1$s@contoso.com","displayName":"Bulkperson %1$s",
                 "primarySmtpAddress":"%1$s@contoso.com"}""".formatted(id);
    }
}

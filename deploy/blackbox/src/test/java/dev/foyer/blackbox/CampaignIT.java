package dev.foyer.blackbox;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many users at once: previewed, enabled, stopped in the middle, continued, each once, and no PIN is shown to anybody. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
@Tag("F")
class CampaignIT {

    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final int USERS = 40;

    private static SharedFoyer shared;
    private static Cast cast;

    @BeforeAll
    static void people(SharedFoyer lent) {
        shared = lent;
        cast = lent.foyer().cast();
        Map<String, String> all = ids().stream().collect(toMap(id -> id, CampaignIT::profile));
        lent.foyer().topics().sayAll("in.contoso.com.directory", "foyer.directory.UserProvisioned.v1", all);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> cast.admin()
                                .get("/api/v1/users?q=bulkperson")
                                .at("total")
                                .asInt()
                        == USERS);
    }

    @Test
    @Tag("A3")
    @Tag("A4")
    @Tag("G3")
    void allThatASearchFindsAreEnabledOnce() {
        Map<String, Object> everybody = Map.of(
                "action", "ENABLE", "query", Map.of("q", "bulkperson"), "perSecond", 20, "reason", "CHG-17: all of us");
        Answer preview = cast.admin().post(CAMPAIGNS, with(everybody, "dryRun", true));
        assertEquals(200, preview.status(), preview::toString);
        assertEquals(USERS, preview.at("possible").asInt());
        assertEquals(0, enabled().size(), "a preview does nothing");

        Answer begun = cast.admin().with("Idempotency-Key", "bulk-1").post(CAMPAIGNS, everybody);
        assertEquals(201, begun.status(), begun::toString);
        String campaign = CAMPAIGNS + "/" + begun.text("id");
        assertEquals(200, cast.admin().post(campaign + "/stop", Map.of()).status());
        Awaitility.await().until(() -> {
            int left = cast.admin().get(campaign).at("left").asInt();
            return left > 0 && enabled().size() == USERS - left;
        });
        assertEquals("STOPPED", cast.auditor().get(campaign).text("state"));
        assertEquals(200, cast.admin().post(campaign + "/continue", Map.of()).status());
        finished(campaign);
        Answer again = cast.admin().with("Idempotency-Key", "bulk-1").post(CAMPAIGNS, everybody);
        assertEquals(begun.text("id"), again.text("id"), "the same request is the same campaign");

        assertEquals(new HashSet<>(ids()), enabled().keySet());
        assertEquals(Set.of(1L), new HashSet<>(enabled().values()));
        assertEquals(Set.of("CHG-17: all of us"), reasons(), "what is done to each user says why");
        Answer one = cast.admin().get("/api/v1/users/" + ids().getFirst());
        assertEquals("true", one.text("conferencing.enabled"));
        assertEquals("admin", one.text("conferencing.pinSetBy"));
        String result = result(campaign);
        ids().forEach(id -> assertEquals(
                1, result.lines().filter(line -> line.startsWith(id + ",")).count(), id));
        assertFalse(result.lines().anyMatch(line -> line.matches(".*\\b\\d{" + PinHunt.LENGTH + "}\\b.*")), "a PIN");

        others(everybody);
    }

    /** What follows for who is enabled already, and for whom nothing can be done. */
    private static void others(Map<String, Object> everybody) {
        Answer again = cast.admin().post(CAMPAIGNS, everybody);
        finished(CAMPAIGNS + "/" + again.text("id"));
        Answer unchanged = cast.auditor().get(CAMPAIGNS + "/" + again.text("id"));
        assertEquals(USERS, unchanged.at("unchanged").asInt());
        assertEquals(USERS, unchanged.at("reasons.ALREADY_ENABLED").asInt());

        Answer some = cast.admin()
                .send(
                        "POST",
                        CAMPAIGNS + "?action=RESET_PIN&perSecond=200",
                        "user\n" + ids().getFirst() + "\nnobody@contoso.com\n",
                        Map.of("Content-Type", "text/csv"));
        assertEquals(201, some.status(), some::toString);
        String campaign = CAMPAIGNS + "/" + some.text("id");
        finished(campaign);
        assertTrue(result(campaign).contains("nobody@contoso.com,,,FAILED,USER_NOT_FOUND"));
        assertEquals(1, cast.admin().get(campaign).at("done").asInt());
        assertEquals(404, cast.otherAdmin().get(campaign).status());
        assertEquals(403, cast.auditor().post(CAMPAIGNS, everybody).status());
    }

    private static void finished(String campaign) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> "FINISHED".equals(cast.admin().get(campaign).text("state")));
    }

    private static String result(String campaign) {
        return cast.admin()
                .with("Accept", "text/csv")
                .get(campaign + "/result")
                .body()
                .asText();
    }

    private static Set<String> reasons() {
        return enablings().map(record -> Records.header(record, "ce_reason")).collect(toSet());
    }

    private static Map<String, Long> enabled() {
        return enablings().map(CampaignIT::user).collect(groupingBy(id -> id, counting()));
    }

    private static Stream<ConsumerRecord<byte[], byte[]>> enablings() {
        return shared.foyer().topics().committed("pin.events").stream()
                .filter(record -> Records.type(record).equals("foyer.pin.UserEnabled.v1"))
                .filter(record -> user(record).startsWith("bulk-"));
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

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(name, value);
        return more;
    }
}

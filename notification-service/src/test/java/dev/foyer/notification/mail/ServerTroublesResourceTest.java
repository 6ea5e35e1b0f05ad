package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.Management;
import dev.foyer.testing.ScriptedMailServer;
import dev.foyer.testing.ScriptedMailServer.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each trouble with a mail server, through the whole service: what the ledger says in the end, and who got which mail. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
@Tag("D6")
class ServerTroublesResourceTest extends WithSetup {

    private static final String HANG_UP = ScriptedMailServer.HANG_UP;
    private static final List<String> STEPS = List.of("MAIL", "RCPT", "DATA", "DOT");
    private static final List<String> REFUSALS = List.of(
            "421 4.3.2 closing" + HANG_UP, "450 4.2.1 busy", "451 4.3.0 trouble", "452 4.2.2 full", "441 unheard of");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private ScriptedMailServer server;

    @BeforeEach
    void listen() {
        server = MailServers.scripted();
    }

    @AfterEach
    void backToTheOther() {
        server.close();
        MailServers.up();
    }

    /** Each refusal at one step, and each step with one. */
    static Stream<Arguments> refusalsForNow() {
        return IntStream.range(0, REFUSALS.size())
                .mapToObj(i -> Arguments.of(STEPS.get(i % STEPS.size()), REFUSALS.get(i)));
    }

    static Stream<Arguments> otherRefusalsForNow() {
        return IntStream.range(0, REFUSALS.size())
                .boxed()
                .flatMap(i -> STEPS.stream()
                        .filter(step -> !step.equals(STEPS.get(i % STEPS.size())))
                        .map(step -> Arguments.of(step, REFUSALS.get(i))));
    }

    @ParameterizedTest
    @MethodSource("refusalsForNow")
    void whatIsRefusedForNowIsSentOnceThen(String step, String reply) {
        isSentOnceThen(step, reply);
    }

    @ParameterizedTest
    @MethodSource("otherRefusalsForNow")
    @Tag("long")
    void whateverIsRefusedForNowIsSentOnceThen(String step, String reply) {
        isSentOnceThen(step, reply);
    }

    private void isSentOnceThen(String step, String reply) {
        firstTimes(2, step, reply);
        String user = user();
        String id = deliver(user);
        settled(id, "SENT", 3, "");
        gotOnce(List.of(user));
        assertTrue(
                setup.statuses(id).stream().limit(3).allMatch("QUEUED"::equals),
                () -> setup.statuses(id).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "DOT"})
    void whatIsRefusedForGoodFailsAtOnceAndIsSentOnceWhenItIsRetried(String step) {
        server.answer(step, "554 5.7.1 not for us");
        String user = user();
        String id = deliver(user);
        settled(id, "FAILED", 1, "MAIL_SERVER_REFUSED: 554 5.7.1 not for us");
        assertEquals(List.of("QUEUED", "FAILED"), setup.statuses(id));
        assertEquals(List.of(), server.taken());
        server.answer(step, usual(step));
        retry(user, id);
        settled(id, "SENT", 2, "");
        gotOnce(List.of(user));
    }

    /** The whole mail was not there yet, so no copy can have left. */
    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void whoHangsUpBeforeTheDotGetsItAgain(String step) {
        firstTimes(1, step, HANG_UP);
        String user = user();
        settled(deliver(user), "SENT", 2, "");
        gotOnce(List.of(user));
    }

    @Test
    @Tag("case-L4")
    void whoHangsUpAfterTheDotMayHaveItTwiceAndTheLedgerSaysSo() {
        firstTimes(1, "DOT", HANG_UP);
        String user = user();
        String id = deliver(user);
        settled(id, "SENT", 2, "EARLIER_ATTEMPT_UNKNOWN (possibly delivered 1 time)");
        assertEquals(2, server.given(user + "@contoso.com"));
        assertEquals(
                List.of("<" + id + "@foyer.example>"),
                server.mails().stream()
                        .flatMap(mail -> mail.header("Message-ID").stream())
                        .distinct()
                        .toList());
    }

    @Test
    void aServerThatIsDownAllTheTimeGetsAllOfThemOnceWhenItIsUp() {
        server.close();
        List<String> users = users(20);
        Map<String, String> mails = deliver(users);
        await().until(() -> mails.values().stream().anyMatch(id -> reasonOf(id).equals("MAIL_SERVER_UNREACHABLE")));
        Management.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'mail server' }.data.degraded", Matchers.equalTo(true))
                .body(
                        "checks.find { it.name == 'mail server' }.data.missing",
                        Matchers.equalTo("MAIL_SERVER_UNREACHABLE"));
        server = MailServers.scripted();
        mails.values().forEach(id -> sent(id));
        gotOnce(users);
        Management.get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'mail server' }.data.degraded", Matchers.equalTo(false));
    }

    @Test
    void aSlowServerGetsAllOfThemAtTheFirstTry() {
        for (String step : List.of("GREETING", "EHLO", "MAIL", "RCPT", "DATA", "DOT")) {
            server.answer(step, said -> slowly(usual(step)));
        }
        List<String> users = users(20);
        deliver(users).values().forEach(id -> settled(id, "SENT", 1, ""));
        gotOnce(users);
    }

    /** Whom it does not know yet it asks to come again; RFC 6647. */
    @Test
    void aServerThatGreylistsGetsAllOfThemAtTheSecondTry() {
        Map<String, Boolean> known = new ConcurrentHashMap<>();
        server.answer(
                "RCPT", line -> known.putIfAbsent(line, true) == null ? "450 4.7.1 greylisted, come again" : "250 OK");
        List<String> users = users(20);
        deliver(users).values().forEach(id -> settled(id, "SENT", 2, ""));
        gotOnce(users);
    }

    @ParameterizedTest
    @ValueSource(strings = {HANG_UP, "421 4.7.0 enough for one connection"})
    void aServerThatClosesAfterSomeMailsGetsAllOfThem(String last) {
        server.closingAfter(3, last);
        List<String> users = users(25);
        deliver(users).values().forEach(this::sent);
        gotOnce(users);
        assertTrue(server.connections() >= 9, () -> server.connections() + " connections");
    }

    /** One mailbox is always full; nobody else waits for it. */
    @Test
    void anAddressThatIsNeverServedHoldsUpNobody() {
        String full = user();
        server.answer("RCPT", line -> line.contains(full) ? "452 4.2.2 mailbox full" : "250 OK");
        String waits = deliver(full);
        List<String> users = users(20);
        deliver(users).values().forEach(id -> settled(id, "SENT", 1, ""));
        gotOnce(users);
        await().untilAsserted(() -> assertEquals("MAIL_SERVER_BUSY: 452 4.2.2 mailbox full", reasonOf(waits)));
        assertEquals("QUEUED", setup.entry(waits).path("status").asText());
        server.answer("RCPT", "250 OK");
        sent(waits);
    }

    private void firstTimes(int times, String step, String reply) {
        AtomicInteger asked = new AtomicInteger();
        server.answer(step, said -> asked.incrementAndGet() <= times ? reply : usual(step));
    }

    private static String usual(String step) {
        return switch (step) {
            case "GREETING" -> "220 scripted.example";
            case "DATA" -> "354 go on";
            default -> "250 OK";
        };
    }

    /** That is the fault. */
    private static String slowly(String answer) {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    private static String user() {
        return "u-trouble-" + NUMBERS.incrementAndGet();
    }

    private static List<String> users(int many) {
        return IntStream.range(0, many).mapToObj(n -> user()).toList();
    }

    private String deliver(String user) {
        return setup.deliver(NotificationTestSetup.delivery(user, "48213"));
    }

    private Map<String, String> deliver(List<String> users) {
        Map<String, String> ids = new ConcurrentHashMap<>();
        users.forEach(user -> ids.put(user, deliver(user)));
        return ids;
    }

    private static void retry(String user, String id) {
        RestAssured.given()
                .contentType("application/json")
                .header(
                        "Authorization",
                        CallToken.of("notification-service", "contoso.com")
                                .as("helpdesk")
                                .authorization())
                .post("/internal/v1/tenants/contoso.com/users/" + user + "/notifications/" + id + "/retry")
                .then()
                .statusCode(204);
    }

    private String reasonOf(String id) {
        return setup.entry(id).path("reason").asText();
    }

    private void sent(String id) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertEquals("SENT", setup.entry(id).path("status").asText(), () -> reasonOf(id)));
        assertEquals("", reasonOf(id));
    }

    private void settled(String id, String status, int attempts, String reason) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(
                        status + " " + attempts + " " + reason,
                        setup.entry(id).path("status").asText() + " "
                                + setup.entry(id).path("attempts").asText() + " " + reasonOf(id)));
    }

    /** Each of them, and nobody else. */
    private void gotOnce(List<String> users) {
        List<String> expected = new ArrayList<>(
                users.stream().map(user -> user + "@contoso.com").toList());
        assertEquals(
                expected.stream().sorted().toList(),
                server.taken().stream().map(Received::address).sorted().toList());
    }
}

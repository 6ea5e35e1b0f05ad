package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Management;
import dev.foyer.testing.ScriptedMailServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What operators see of mails. The service is shared with other tests, so most numbers are compared with those before. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
@Tag("D6")
class MailMetricsResourceTest extends WithSetup {

    private static final Pattern REASON = Pattern.compile("reason=\"([^\"]*)\"");

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

    @Test
    void whatWaitsIsSeenUntilItLeaves() {
        double queued = value("foyer_mail_queued");
        double sent = value("foyer_mail_ended_total{reason=\"none\",status=\"sent\"}");
        double retried = value("foyer_mail_attempts_total{outcome=\"retried\",reason=\"MAIL_SERVER_UNREACHABLE\"}");
        double answered = value("foyer_mail_smtp_seconds_count");
        server.close();
        String id = setup.deliver(NotificationTestSetup.delivery("u-metric-queued", "48213"));
        await().untilAsserted(() -> assertEquals(1, value("foyer_mail_server_closed")));
        assertEquals(queued + 1, value("foyer_mail_queued"));
        assertTrue(value("foyer_mail_oldest_queued_seconds") > 0);
        assertTrue(value("foyer_mail_attempts_total{outcome=\"retried\",reason=\"MAIL_SERVER_UNREACHABLE\"}")
                >= retried + 3);
        Management.get("/q/health/ready").then().statusCode(200);
        server = MailServers.scripted();
        await().untilAsserted(() ->
                assertEquals("SENT", setup.entry(id).path("status").asText()));
        await().untilAsserted(() -> assertEquals(0, value("foyer_mail_server_closed")));
        assertEquals(queued, value("foyer_mail_queued"));
        assertEquals(sent + 1, value("foyer_mail_ended_total{reason=\"none\",status=\"sent\"}"));
        assertTrue(value("foyer_mail_smtp_seconds_count") > answered);
        assertTrue(value("foyer_mail_smtp_seconds_bucket{le=\"600.0\"}") > 0);
    }

    @Test
    void whatIsHeldAndWhatExpiresSoonIsSeen() {
        double held = value("foyer_mail_held");
        double near = value("foyer_mail_near_expiry");
        String id = setup.deliver(NotificationTestSetup.delivery("u-metric-held", "48213")
                .put("automaticallySendEmailsToUsers", false)
                .put(
                        "at",
                        Instant.now()
                                .minus(Duration.ofDays(6))
                                .minusSeconds(600)
                                .toString()));
        await().untilAsserted(() ->
                assertEquals("HELD", setup.entry(id).path("status").asText()));
        assertEquals(held + 1, value("foyer_mail_held"));
        assertEquals(near + 1, value("foyer_mail_near_expiry"));
        setup.disable("u-metric-held");
        String superseded = "foyer_mail_ended_total{reason=\"USER_DISABLED\",status=\"superseded\"}";
        await().untilAsserted(() -> assertTrue(value(superseded) >= 1));
        assertEquals(held, value("foyer_mail_held"));
    }

    /** Also what a timer ended, and no word of a server is a label. */
    @Test
    void whatFailedIsSeenByItsReasonAndByNoOther() throws IOException {
        String refused = "foyer_mail_ended_total{reason=\"MAIL_SERVER_REFUSED\",status=\"failed\"}";
        String late = "foyer_mail_ended_total{reason=\"HOLD_TIME_OVER\",status=\"failed\"}";
        double refusedBefore = value(refused);
        double lateBefore = value(late);
        server.answer("RCPT", line -> "550 5.1.1 no " + line.hashCode() + " here: odd");
        for (int i = 0; i < 3; i++) {
            String id = setup.deliver(NotificationTestSetup.delivery("u-metric-failed-" + i, "48213"));
            await().untilAsserted(() ->
                    assertEquals("FAILED", setup.entry(id).path("status").asText()));
        }
        String id = setup.deliver(NotificationTestSetup.delivery("u-metric-late", "48213")
                .put("at", Instant.now().minus(Duration.ofDays(8)).toString()));
        await().untilAsserted(() ->
                assertEquals("FAILED", setup.entry(id).path("status").asText()));
        assertEquals(refusedBefore + 3, value(refused));
        assertEquals(lateBefore + 1, value(late));
        Set<String> known = new HashSet<>(Set.of("none"));
        Files.readAllLines(Path.of("src/main/resources/contracts/reasons.tsv"))
                .forEach(line -> known.add(line.split("\t")[0]));
        scraped().lines().filter(line -> line.startsWith("foyer_mail")).forEach(line -> {
            Matcher reason = REASON.matcher(line);
            assertTrue(!reason.find() || known.contains(reason.group(1)), line);
        });
    }

    /** Or the first hundred that fail at once would raise no alert: a series that begins has no increase. */
    @Test
    void eachReasonOfAFailedMailIsASeriesFromTheStart() throws IOException {
        String now = scraped();
        Files.readAllLines(Path.of("src/main/resources/contracts/reasons.tsv")).stream()
                .map(line -> line.split("\t"))
                .filter(row -> row[1].equals("failed"))
                .map(row -> "foyer_mail_ended_total{reason=\"" + row[0] + "\",status=\"failed\"} ")
                .forEach(series -> assertTrue(now.contains(series), series));
    }

    private static double value(String metric) {
        return scraped()
                .lines()
                .filter(line -> line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
                .sum();
    }

    private static String scraped() {
        return Management.get("/q/metrics").asString();
    }
}

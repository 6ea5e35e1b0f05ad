package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The clock of each service is half an hour ahead for a while, and is set back while it runs. While it is ahead only topics
 * are served, because tokens hold for a minute. When it was set back the process says that it is to be started again, for
 * Kafka's clients wait by that clock; then all is as if nothing had been.
 */
@Tag("long")
@Tag("case-L3")
@EnabledIf(value = "dev.foyer.blackbox.FakeTime#isInstalled", disabledReason = FakeTime.NEEDED)
class ClockStepsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern PIN = Pattern.compile("\\bPIN\\b[^\\d*]{0,60}?(?<![\\d-])(\\d{4,12})\\b");

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    static List<Component> services() {
        return Component.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    @Tag("D5")
    @Tag("E1")
    void aResetSendsItsMailAndThePinStartsTheMeeting(Component service) {
        FakeTime clock = new FakeTime(OWN.home().resolve(service.title() + ".clock"));
        OWN.foyer().kill(service);
        Child settable = OWN.foyer().startAnother(service, OWN.foyer().ports(), clock.environment());
        try {
            within().until(OWN.foyer()::isReady);
            clock.set("+30m");
            enable("clock-" + service.title());
            assertEquals(200, alive(service));
            clock.set("+0");
            within().untilAsserted(() -> assertEquals(503, alive(service)));
        } finally {
            settable.kill();
            OWN.foyer().restart(service);
        }
        reset("clock-" + service.title());
    }

    private static void enable(String user) {
        say("UserProvisioned", user, """
                {"userId":"%1$s","userPrincipalName":"%1$s@contoso.com","displayName":"%1$s",
                 "primarySmtpAddress":"%1$s@contoso.com"}""".formatted(user));
        say("LicenseAssigned", user, "{\"userId\":\"%s\"}".formatted(user));
        within().untilAsserted(
                        () -> assertEquals(1, mails(user + "@contoso.com").size(), "the welcome"));
        // Who is killed before that sends it once more, and says so; this is about clocks.
        within().untilAsserted(() -> assertEquals(List.of("SENT"), statuses(user)));
    }

    private static void reset(String user) {
        String upn = user + "@contoso.com";
        within().untilAsserted(() ->
                assertEquals(200, admin().get("/api/v1/users/" + user).status()));
        Answer reset = admin().post("/api/v1/users/" + user + "/pin/reset", Map.of("sendEmail", true));
        assertEquals(200, reset.status(), reset::toString);
        within().untilAsserted(() -> assertEquals(2, mails(upn).size(), "the reset's own"));
        String pin = pinIn(mails(upn).getLast());
        assertEquals(reset.text("pin"), pin);
        within().untilAsserted(() -> assertEquals(List.of("SENT", "SENT"), statuses(user)));

        String conferenceId = admin().get("/api/v1/users/" + user).text("conferencing.conferenceId");
        Api bridge = OWN.foyer().cast().bridge();
        Answer dialled = bridge.post("/api/v1/bridge/calls", Map.of("callId", user, "conferenceId", conferenceId));
        assertEquals("LOBBY", dialled.text("state"), dialled::toString);
        Answer proved = bridge.post("/api/v1/bridge/calls/" + user + "/organizer-pin", Map.of("pin", pin));
        assertEquals("JOINED", proved.text("state"), proved::toString);
        assertEquals(204, bridge.delete("/api/v1/bridge/calls/" + user).status());

        assertEquals(
                204, admin().delete("/api/v1/users/" + user + "/conferencing").status());
        within().untilAsserted(() -> assertEquals(
                "UNKNOWN_CONFERENCE",
                bridge.post("/api/v1/bridge/calls", Map.of("callId", user + "-2", "conferenceId", conferenceId))
                        .text("state"),
                "who is disabled has no conference"));
        assertTrue(OWN.foyer().journalsAgree(line -> System.out.println("[verify] " + line)));
    }

    private static int alive(Component service) {
        return Api.anonymous(OWN.foyer().ports().http(service.management()))
                .get("/q/health/live")
                .status();
    }

    private static void say(String type, String user, String json) {
        OWN.foyer().topics().say("in.contoso.com.directory", user, "foyer.directory." + type + ".v1", json);
    }

    private static Api admin() {
        return OWN.foyer().cast().admin();
    }

    private static List<JsonNode> mails(String address) {
        return OWN.foyer().cast().mails().to(address);
    }

    private static String pinIn(JsonNode mail) {
        Matcher found = PIN.matcher(mail.path("text").asText());
        assertTrue(found.find(), "The mail's text names no PIN");
        return found.group(1);
    }

    private static List<String> statuses(String user) {
        return admin().get("/api/v1/notifications?user=" + user)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("status").asText())
                .toList();
    }

    private static ConditionFactory within() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }
}

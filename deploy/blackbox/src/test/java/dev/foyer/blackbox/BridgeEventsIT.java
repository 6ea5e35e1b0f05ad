package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import dev.foyer.testing.EventStream;
import dev.foyer.testing.EventStream.Heard;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bridge that listens goes on where it was: at another gateway when its own dies, and at that when it is there again. */
@Tag("E2")
@Tag("F")
@Tag("long")
class BridgeEventsIT {

    private static final int CALLS = 40;
    private static final Pattern CALL_ID = Pattern.compile("\"callId\":\"([^\"]+)\"");

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    private final List<Heard> heard = new ArrayList<>();

    @Test
    void eachLegIsAdmittedOnceWhateverBecomesOfTheGateways() throws Exception {
        BlackBox foyer = OWN.foyer();
        Ports ports = Ports.free();
        Child second = foyer.startAnother(
                Component.ADMIN_GATEWAY,
                ports,
                Map.of(
                        "FOYER_INDEX_DIRECTORY",
                        Files.createTempDirectory("index").toString()));
        try {
            String id = conference(foyer, "listened-to");
            String last;
            try (EventStream first = listen(foyer.ports(), null)) {
                calls(foyer, id, 0);
                foyer.topics()
                        .say("in.contoso.com.organizer", id, "foyer.organizer.ParticipantJoined.v1", """
                        {"conferenceId":"%s","participantId":"app"}""".formatted(id));
                awaitNames(first, "ADMITTED", 1);
                foyer.kill(Component.ADMIN_GATEWAY);
                Awaitility.await().until(first::isOver);
                last = heardOf(first);
            }
            calls(foyer, id, CALLS);
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> isReady(ports));
            try (EventStream other = listen(ports, last)) {
                Set<String> admitted = new HashSet<>();
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
                    admitted.addAll(legs(heard));
                    admitted.addAll(legs(other.heard()));
                    return admitted.size() == 2 * CALLS;
                });
                last = heardOf(other);
            }
            foyer.restart(Component.ADMIN_GATEWAY);
            try (EventStream again = listen(foyer.ports(), last)) {
                foyer.topics()
                        .say("in.contoso.com.organizer", id, "foyer.organizer.ParticipantLeft.v1", """
                        {"conferenceId":"%s","participantId":"app"}""".formatted(id));
                for (int i = 0; i < 2 * CALLS; i++) {
                    foyer.topics()
                            .say("in.contoso.com.bridge", "leg-" + i, "foyer.bridge.CallerLeft.v1", """
                            {"callId":"leg-%d"}""".formatted(i));
                }
                awaitNames(again, "MEETING_ENDED", 1);
                Instant asked = Instant.now();
                foyer.restart(Component.ADMIN_GATEWAY);
                assertTrue(Duration.between(asked, Instant.now()).toSeconds() < 40, "nobody waits for who listens");
                Awaitility.await().until(again::isOver);
                heardOf(again);
            }
            assertEquals(2 * CALLS, legs(heard).size(), "each once");
            assertEquals(2 * CALLS, new HashSet<>(legs(heard)).size());
            assertEquals(1, names("MEETING_STARTED"));
            assertEquals(2 * CALLS, names("LEFT"));
            assertEquals(0, names("reset"));
        } finally {
            second.stop();
        }
    }

    private static EventStream listen(Ports ports, String lastId) {
        return EventStream.of(
                URI.create(ports.http(Endpoint.GATEWAY) + "/api/v1/bridge/events"),
                "bridge",
                OWN.foyer().account("bridge").password(),
                lastId);
    }

    /** @return with which it comes back */
    private String heardOf(EventStream stream) {
        heard.addAll(stream.heard());
        return stream.lastId();
    }

    private static void awaitNames(EventStream stream, String name, int most) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> stream.names().stream().filter(name::equals).count() >= most);
    }

    private static List<String> legs(List<Heard> some) {
        return some.stream()
                .filter(one -> one.name().equals("ADMITTED"))
                .flatMap(one -> CALL_ID.matcher(one.data()).results())
                .map(found -> found.group(1))
                .toList();
    }

    private long names(String name) {
        return heard.stream().filter(one -> one.name().equals(name)).count();
    }

    private static void calls(BlackBox foyer, String id, int from) {
        for (int i = from; i < from + CALLS; i++) {
            foyer.topics()
                    .say("in.contoso.com.bridge", "leg-" + i, "foyer.bridge.CallerArrived.v1", """
                    {"callId":"leg-%d","conferenceId":"%s"}""".formatted(i, id));
        }
    }

    private static String conference(BlackBox foyer, String user) {
        Api admin = foyer.cast().admin();
        admin.put(
                "/api/v1/users/" + user,
                Map.of("userPrincipalName", user + "@contoso.com", "displayName", "Listened To"));
        return admin.post("/api/v1/users/" + user + "/conferencing", Map.of("sendEmail", false, "reveal", false))
                .text("conferenceId");
    }

    private static boolean isReady(Ports ports) {
        try {
            return Api.anonymous(ports.http(Component.ADMIN_GATEWAY.management()))
                            .get("/q/health/ready")
                            .status()
                    == 200;
        } catch (RuntimeException e) {
            return false; // nobody listens yet
        }
    }
}

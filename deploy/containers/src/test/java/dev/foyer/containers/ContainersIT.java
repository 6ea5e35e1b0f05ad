package dev.foyer.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.demo.Story;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The images that {@code ./foyer images} made, on one network. In order, on one Foyer. Skipped where no engine runs. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    private static ContainerFoyer foyer;

    @BeforeAll
    static void start() throws IOException {
        ContainerFoyer.missing().ifPresent(why -> Assumptions.abort(why));
        foyer = ContainerFoyer.start(folder);
    }

    @AfterAll
    static void stop() {
        if (foyer != null) {
            foyer.close();
        }
    }

    @Test
    @Order(1)
    void theMainJobIsDoneThroughTheGateway() {
        foyer.load();
        List<String> said = new ArrayList<>();
        assertTrue(new Story(said::add).play(foyer.cast()), () -> String.join("\n", said));
    }

    @Test
    @Order(2)
    void theStartIsTakenFromTheRecording() {
        for (Component service : Component.services()) {
            String log = foyer.logOf(service);
            assertTrue(
                    log.contains("Opened AOT cache"),
                    () -> service + ": " + log.lines().limit(20).toList());
            assertFalse(log.contains("Unable to use AOT cache"), service::title);
        }
    }

    @Test
    @Order(3)
    void nobodyIsRootAndNothingCanBeWritten() {
        for (Component service : Component.services()) {
            assertEquals("10001:10001", foyer.userOf(service));
            assertTrue(foyer.isReadOnly(service), service::title);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Component.class,
            names = {"PIN_SERVICE", "NOTIFICATION_SERVICE", "MEETING_SERVICE", "ADMIN_GATEWAY", "BROKER", "SINK"})
    @Order(4)
    void whoIsKilledComesBackAndKnowsWhatWas(Component service) {
        // One of its own: nobody gets more than ten PINs in an hour, and of whom the story leaves enabled there are
        // few.
        String user = "/api/v1/users/outlives-" + service.title();
        String before = enabled(user, service);
        foyer.kill(service);
        foyer.restart(service);
        // One reset, however often it is asked for until somebody answers.
        Api admin = foyer.cast().admin().with("Idempotency-Key", "after-" + service.title());
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            Answer now = foyer.cast().admin().get(user);
            assertEquals(200, now.status());
            assertEquals(before, now.text("conferencing.conferenceId"));
            Answer reset = admin.post(user + "/pin/reset", Map.of("sendEmail", false));
            assertEquals(200, reset.status(), reset::toString);
        });
    }

    /** Returns the conference ID. */
    private static String enabled(String user, Component service) {
        Api admin = foyer.cast().admin();
        Answer put = admin.put(
                user,
                Map.of(
                        "userPrincipalName",
                        "outlives-" + service.title() + "@contoso.com",
                        "displayName",
                        "Outlives " + service.title()));
        assertEquals(201, put.status(), put::toString);
        Answer enabled = admin.post(user + "/conferencing", Map.of("sendEmail", false));
        assertEquals(201, enabled.status(), enabled::toString);
        return enabled.text("conferenceId");
    }

    @Test
    @Order(5)
    void whoIsAskedToStopDoesSoInTime() {
        for (Component service : Component.services()) {
            assertEquals(143, foyer.stop(service), service::title);
            foyer.restart(service);
        }
    }

    @Test
    @Order(6)
    void afterAllThatTheMainJobIsDoneAsBefore() {
        List<String> said = new ArrayList<>();
        assertTrue(new Story(said::add).play(foyer.cast()), () -> String.join("\n", said));
    }
}

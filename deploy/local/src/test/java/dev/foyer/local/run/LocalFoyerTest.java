package dev.foyer.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.process.Component;
import dev.foyer.local.process.ProcessRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor with a real broker and sink, and stand-ins for the services. */
class LocalFoyerTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @Test
    void startsWatchesRestartsAndLeavesNothing() throws IOException {
        StandIns standIns = StandIns.in(folder);
        LocalFoyer foyer = LocalFoyer.start(standIns.setup(), lines::add);
        try (foyer) {
            assertTrue(List.of(Component.values()).stream().allMatch(foyer::isUp), lines.toString());
            assertTrue(lines.stream().anyMatch(line -> line.matches("Created [0-9]+ topics\\.")), lines.toString());
            assertSecondStartIsRefused(standIns);

            foyer.kill(Component.MEETING_SERVICE);
            Awaitility.await()
                    .untilAsserted(() -> assertTrue(
                            lines.getLast().startsWith("meeting-service ended by itself"), lines.toString()));
            assertFalse(foyer.isUp(Component.MEETING_SERVICE));
            assertTrue(foyer.isUp(Component.PIN_SERVICE));

            foyer.restart(Component.MEETING_SERVICE);
            assertTrue(foyer.isUp(Component.MEETING_SERVICE));

            foyer.keepUp();
            foyer.kill(Component.MEETING_SERVICE);
            Awaitility.await()
                    .untilAsserted(() ->
                            assertTrue(lines.getLast().startsWith("  meeting-service       ready"), lines.toString()));
            assertTrue(lines.get(lines.size() - 2).contains("It is started again in 1 s."), lines.toString());
            assertTrue(foyer.isUp(Component.MEETING_SERVICE));
        }
        assertEquals("Stopped broker.", lines.getLast());
        assertNothingIsLeft(standIns);
    }

    @Test
    void servicesThatDieWhileStartingAreExplainedAndNothingIsLeft() throws IOException {
        StandIns standIns = StandIns.in(folder);
        standIns.letDie(Component.PIN_SERVICE);

        CannotRun problem = assertThrows(CannotRun.class, () -> LocalFoyer.start(standIns.setup(), lines::add));

        assertTrue(problem.getMessage().startsWith("pin-service ended with exit code 3 while it was starting"));
        assertTrue(problem.getMessage().contains("pin-service.log"), problem.getMessage());
        assertTrue(problem.getMessage().endsWith("The pepper file has no key"), problem.getMessage());
        assertNothingIsLeft(standIns);
    }

    @Test
    void takenPortIsNamedBeforeAnythingStarts() throws IOException {
        StandIns standIns = StandIns.in(folder);
        int port = standIns.setup().ports().of(Endpoint.MEETING);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            CannotRun problem = assertThrows(CannotRun.class, () -> LocalFoyer.start(standIns.setup(), lines::add));
            String expected = "port " + taken.getLocalPort() + " (meeting-service, FOYER_PORT_MEETING)";
            assertTrue(problem.getMessage().contains(expected), problem.getMessage());
        }
        assertNothingIsLeft(standIns);
    }

    @Test
    void checkoutThatIsNotBuiltIsRefused() throws IOException {
        StandIns standIns = StandIns.in(folder);
        Files.delete(standIns.repository().serviceJar("admin-gateway"));

        CannotRun problem = assertThrows(CannotRun.class, () -> LocalFoyer.start(standIns.setup(), lines::add));

        assertTrue(problem.getMessage().startsWith("Not built yet: admin-gateway;"), problem.getMessage());
    }

    private void assertSecondStartIsRefused(StandIns standIns) {
        CannotRun problem = assertThrows(CannotRun.class, () -> LocalFoyer.start(standIns.setup(), lines::add));
        assertTrue(problem.getMessage().startsWith("Foyer already runs from"), problem.getMessage());
    }

    private static void assertNothingIsLeft(StandIns standIns) throws IOException {
        for (Component component : Component.values()) {
            assertEquals(Optional.empty(), ProcessRecord.read(standIns.setup().home(), component.title()));
        }
        String mark = "-Dlocal-foyer.home=" + standIns.setup().home().root();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> ProcessHandle.allProcesses()
                        .noneMatch(process ->
                                process.info().commandLine().orElse("").contains(mark)));
        for (Component component : List.of(Component.BROKER, Component.PIN_SERVICE)) {
            Path log = standIns.setup().home().log(component.title());
            assertFalse(Files.exists(log) && Files.readString(log, UTF_8).contains("Exception"), log.toString());
        }
    }
}

package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.load.People;
import dev.foyer.local.process.Component;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of each service in turn, in the middle of commands: of 1,200 each time, and of 5,000 in the long run. */
class CrashIT {

    /** Each user and each meeting are four commands. */
    private static final int COMMANDS_EACH = 4;

    private static final int IN_FLIGHT = 24;
    private static final List<String> JOURNALS = List.of("pin.journal", "notification.journal", "meeting.journal");

    @TempDir
    Path home;

    private BlackBox foyer;

    @BeforeEach
    void start() {
        foyer = BlackBox.start(home);
    }

    @AfterEach
    void stop() {
        foyer.close();
    }

    @Test
    @Tag("F")
    void everyAnsweredCommandIsThereOnceAndNoneTwice() throws Exception {
        crashIn(170, 130);
    }

    @Test
    @Tag("F")
    @Tag("long")
    void everyAnsweredCommandOfFiveThousandIsThereOnceAndNoneTwice() throws Exception {
        crashIn(700, 550);
    }

    private void crashIn(int users, int meetings) throws Exception {
        int commands = COMMANDS_EACH * (users + meetings);
        Cast cast = foyer.cast();
        cast.admin().patch("/api/v1/settings", Map.of("automaticallySendEmailsToUsers", false));
        String organizer = People.contoso().getFirst().userId();
        cast.admin()
                .put("/api/v1/users/" + organizer, People.contoso().getFirst().toBody());
        Traffic traffic = new Traffic(cast);

        try (ExecutorService clients = Executors.newFixedThreadPool(IN_FLIGHT)) {
            List<? extends Future<?>> scripts = IntStream.range(0, users)
                    .boxed()
                    .flatMap(n -> Stream.of(clients.submit(() -> traffic.user(n)), clients.submit(() -> {
                        if (n < meetings) {
                            traffic.meeting(n, organizer);
                        }
                    })))
                    .toList();
            crashInTurn(traffic, commands);
            for (Future<?> script : scripts) {
                script.get();
            }
        }
        System.out.println(traffic.count() + " commands answered, " + traffic.repeats() + " repeated on the way");
        assertEquals(commands, traffic.count());
        for (String name : JOURNALS) {
            Journal journal = Journal.read(foyer.topics(), name);
            assertEquals(List.of(), journal.commandsDoneTwice(), name);
            assertEquals(List.of(), journal.brokenSequences(), name);
            assertEquals(List.of(), journal.missing(traffic.answered()), name);
        }
    }

    private void crashInTurn(Traffic traffic, int commands) {
        List<Component> services = Component.services();
        for (int i = 0; i < services.size(); i++) {
            int due = commands * (i + 1) / (services.size() + 1);
            Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> traffic.count() >= due);
            foyer.crash(services.get(i));
            System.out.println("Killed " + services.get(i) + " after " + due + " commands");
        }
        assertTrue(traffic.count() <= commands);
    }
}

package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.load.People;
import dev.foyer.local.process.Component;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** kill -9 of each service in turn, in the middle of many commands. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
class CrashIT {

    private static final int SHORT = 60;
    private static final int LONG = 690;
    private static final int COMMANDS_EACH = 8;
    private static final int IN_FLIGHT = 24;
    private static final List<String> JOURNALS = List.of("pin.journal", "notification.journal", "meeting.journal");

    private static SharedFoyer shared;
    private static BlackBox foyer;

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        foyer = lent.foyer();
    }

    @Test
    @Tag("F")
    void everyAnsweredCommandIsThereOnceAndNoneTwice() throws Exception {
        check(0, SHORT);
    }

    @Test
    @Tag("F")
    @Tag("long")
    void everyAnsweredCommandOfManyIsThereOnceAndNoneTwice() throws Exception {
        check(SHORT, LONG);
    }

    /** As many users, and as many meetings, from that number on. */
    private void check(int first, int count) throws Exception {
        Cast cast = foyer.cast();
        String organizer = People.contoso().getFirst().userId();
        cast.admin()
                .put("/api/v1/users/" + organizer, People.contoso().getFirst().toBody());
        Traffic traffic = new Traffic(cast, shared::issued);

        try (ExecutorService clients = Executors.newFixedThreadPool(IN_FLIGHT)) {
            List<? extends Future<?>> scripts = IntStream.range(first, first + count)
                    .boxed()
                    .flatMap(n -> Stream.of(
                            clients.submit(() -> traffic.user(n)), clients.submit(() -> traffic.meeting(n, organizer))))
                    .toList();
            crashInTurn(traffic, count * COMMANDS_EACH);
            for (Future<?> script : scripts) {
                script.get();
            }
        }
        System.out.println(traffic.count() + " commands answered, " + traffic.repeats() + " repeated on the way");
        assertEquals(count * COMMANDS_EACH, traffic.count());
        for (String name : JOURNALS) {
            Journal journal = Journal.read(foyer.topics(), name);
            assertEquals(List.of(), journal.commandsDoneTwice(), name);
            assertEquals(List.of(), journal.brokenSequences(), name);
            assertEquals(List.of(), journal.missing(traffic.answered()), name);
        }
    }

    private static void crashInTurn(Traffic traffic, int commands) {
        List<Component> services = Component.services();
        for (int i = 0; i < services.size(); i++) {
            int due = commands * (i + 1) / (services.size() + 1);
            Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> traffic.count() >= due);
            foyer.crash(services.get(i));
            System.out.println("Killed " + services.get(i) + " after " + due + " commands");
        }
    }
}

package dev.foyer.service.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("case-L6")
class RepeatsTest {

    private final List<Duration> waits = new ArrayList<>();
    private final List<Runnable> tasks = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Repeats repeats = new Repeats(
            (wait, task) -> {
                waits.add(wait);
                tasks.add(task);
            },
            (what, times, within) -> said.add(times + " in " + within.toSeconds() + ": " + what));

    @Test
    void aStateIsSaidOnceWhoeverMeetsIt() {
        assertTrue(
                warning("[Consumer clientId=a-1, groupId=g] Connection to node -1 (localhost/127.0.0.1:9092) failed"));
        assertFalse(warning("[Producer clientId=b-2] Connection to node 0 (localhost/127.0.0.1:9092) failed"));
        assertFalse(warning("Connection to node 7 (localhost/127.0.0.1:9092) failed"));
    }

    @Test
    void anotherStateIsSaid() {
        assertTrue(warning("pin.journal-0: TimeoutException; asking the log."));
        assertTrue(warning("pin.journal-0: TopicAuthorizationException; asking the log."));
        assertFalse(warning("pin.journal-2: TimeoutException; asking the log."));
    }

    @Test
    void itIsCountedForTimesThatGrowAndForgottenWhenItIsOver() {
        warning("gone");
        warning("gone");
        warning("gone");
        tasks.removeFirst().run();
        warning("gone");
        tasks.removeFirst().run();
        assertEquals(List.of("2 in 60: gone", "1 in 120: gone"), said);
        assertEquals(List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4)), waits);

        tasks.removeFirst().run();
        assertEquals(2, said.size());
        assertTrue(warning("gone"), "after a time without it, it is news again");
    }

    @Test
    void whatIsNoWarningIsNeverHeldBackAndErrorsOnlyWordForWord() {
        assertTrue(repeats.isNews(new LogRecord(Level.INFO, "ready")));
        assertTrue(repeats.isNews(new LogRecord(Level.INFO, "ready")));
        assertTrue(repeats.isNews(new LogRecord(Level.SEVERE, "Record 1 is left out")));
        assertTrue(repeats.isNews(new LogRecord(Level.SEVERE, "Record 2 is left out")));
        assertFalse(repeats.isNews(new LogRecord(Level.SEVERE, "Record 2 is left out")));
    }

    @Test
    void whoeverAsksForHealthIsToldEachTimeAndTheLogOnlyWhenSomethingElseIsDown() {
        String partitions = "{\"name\":\"partitions\",\"status\":\"DOWN\",\"data\":{\"0\":\"LOADING\"}}";
        String sources = "{\"name\":\"sources\",\"status\":\"UP\"}";
        assertTrue(health(partitions, sources));
        assertFalse(health(sources, partitions));
        assertFalse(health(sources, partitions.replace("LOADING", "AWAY")));
        assertTrue(health(sources.replace("UP", "DOWN"), partitions), "something else is down");
        assertFalse(health(partitions, sources.replace("UP", "DOWN")));
    }

    private boolean health(String... checks) {
        LogRecord line = new LogRecord(
                Level.INFO,
                "SRHCK01001: Reporting health down status: {\"status\":\"DOWN\",\"checks\":[" + String.join(",", checks)
                        + "]}");
        line.setLoggerName("io.smallrye.health");
        return repeats.isNews(line);
    }

    private boolean warning(String text) {
        LogRecord line = new LogRecord(Level.WARNING, text);
        line.setLoggerName("any");
        return repeats.isNews(line);
    }
}

package dev.foyer.ctl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.StubServer;
import dev.foyer.ctl.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits and talks, now and as it changes; most meetings are rooms in which nobody is, and of those nothing is said. */
class MeetingWatchTest {

    private static final String CHANGE = """
            id: p-%d
            event: changed
            data: {"kind":"%s","id":"1234567","type":"CallerWaits","at":"2026-11-28T08:30:0%d.1Z"}

            """;

    @TempDir
    Path home;

    private final TestConsole console = new TestConsole();
    private StubServer gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = new StubServer();
    }

    @AfterEach
    void shut() {
        gateway.close();
    }

    private ExitCode run(String line) {
        Map<String, String> environment =
                Map.of("FOYER_URL", gateway.url().toString(), "FOYER_ACCOUNT", "admin", "FOYER_PASSWORD", "x");
        return new Interpreter(new Session(console, new Folder(home), environment)).run(line);
    }

    private static String meeting(String id, String phase, int waiting, int joined) {
        return """
                {"conferenceId":"%s","organizer":"amos","phase":"%s","counts":{"waiting":%d,"admitted":%d}}""".formatted(id, phase, waiting, joined);
    }

    private static String list(String... meetings) {
        return "{\"items\":[" + String.join(",", meetings) + "]}";
    }

    private static String changes(String... kinds) {
        StringBuilder stream = new StringBuilder("id: p-0\n: alive\n\n");
        for (int i = 0; i < kinds.length; i++) {
            stream.append(CHANGE.formatted(i + 1, kinds[i], i + 1));
        }
        return stream.toString();
    }

    @Test
    void whoIsThereIsToldAndThenWhatBecomesOfThem() {
        gateway.says(200, changes("MEETING", "USER", "MEETING", "MEETING", "MEETING"))
                .says(200, list(meeting("7654321", "RUNNING", 2, 3)))
                .says(200, list(meeting("1234567", "WAITING", 0, 0), meeting("1111111", "WAITING", 2, 0)))
                .says(200, meeting("1234567", "WAITING", 1, 0))
                .says(200, meeting("1234567", "WAITING", 1, 0))
                .says(200, meeting("1234567", "RUNNING", 0, 2))
                .says(404, "{\"type\":\"/problems/meeting-not-found\",\"title\":\"No such meeting\",\"detail\":\"\"}");
        assertEquals(ExitCode.DONE, run("meeting watch --count 5"), console::said);
        List<String> told = console.written().lines().toList();
        assertEquals(
                List.of(
                        "7654321 of amos: running, 2 waiting, 3 joined",
                        "1111111 of amos: not started, 2 waiting, 0 joined",
                        "1234567 of amos: not started, 1 waiting, 0 joined",
                        "1234567 of amos: running, 0 waiting, 2 joined",
                        "1234567: nobody is there any more"),
                told.stream().map(line -> line.replaceFirst("^\\S+  ", "")).toList());
        assertTrue(told.get(2).startsWith("2026-11-28T08:30:01.100Z  "), told.get(2));
        assertEquals(7, gateway.asked().size(), "what is no meeting is not looked at");
    }

    @Test
    void whenNobodyIsThereThatIsSaidAndRoomsStayUnsaid() {
        gateway.says(200, changes("MEETING", "MEETING"))
                .says(200, list())
                .says(200, list(meeting("1234567", "WAITING", 0, 0)))
                .says(200, meeting("1234567", "WAITING", 0, 0))
                .says(200, meeting("1234567", "WAITING", 1, 0));
        assertEquals(ExitCode.DONE, run("meeting watch --count 1 -o json"), console::said);
        assertTrue(console.said().contains("Nobody waits, and no meeting runs."));
        assertEquals(meeting("1234567", "WAITING", 1, 0), console.written().strip());
    }

    @Test
    void whoIsThereAlreadyCounts() {
        gateway.says(200, changes())
                .says(200, list(meeting("7654321", "RUNNING", 2, 3), meeting("7", "RUNNING", 1, 1)));
        assertEquals(ExitCode.DONE, run("meeting watch --count 1"), console::said);
        assertTrue(console.written().strip().endsWith("7654321 of amos: running, 2 waiting, 3 joined"));
        assertEquals(2, gateway.asked().size());
    }

    /** What could not be looked up is looked up when the gateway is back. */
    @Test
    void aGatewayThatGoesAwayInBetweenIsWaitedFor() {
        String[] once = {"MEETING"};
        gateway.says(200, changes(once))
                .says(200, list())
                .says(200, list())
                .says(503, "{\"title\":\"Not yet\",\"detail\":\"Try again.\"}", "Retry-After: 60")
                .says(200, changes(once))
                .says(200, meeting("1234567", "RUNNING", 0, 1));
        assertEquals(ExitCode.DONE, run("meeting watch --count 1"), console::said);
        assertEquals("p-0", gateway.asked().get(4).lastEventId());
        assertTrue(console.said().contains("The gateway is away; this goes on where it was"));
    }

    @Test
    void aNumberOfLinesIsOneAtLeast() {
        assertEquals(ExitCode.USAGE, run("meeting watch --count 0"));
        assertEquals(ExitCode.USAGE, run("tail --count 0"));
        assertEquals(List.of(), gateway.asked());
    }
}

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections end, gateways restart, and nothing of what happens is left out. */
class TailCommandTest {

    private static final String EVENT = """
            id: %s
            event: changed
            data: {"kind":"USER","id":"u-1","user":"u-1","type":"%s","at":"2026-11-27T08:30:00Z"}

            """;

    @TempDir
    Path home;

    private final TestConsole console = new TestConsole();

    private ExitCode run(StubServer gateway, String line) {
        Map<String, String> environment =
                Map.of("FOYER_URL", gateway.url().toString(), "FOYER_ACCOUNT", "admin", "FOYER_PASSWORD", "x");
        return new Interpreter(new Session(console, new Folder(home), environment)).run(line);
    }

    @Test
    void whatHappensBetweenTwoConnectionsIsAskedFor() throws IOException {
        try (StubServer gateway = new StubServer()) {
            gateway.says(200, "id: p-1\n: alive\n\n")
                    .says(200, EVENT.formatted("p-2", "PinReset"))
                    .says(503, "{\"type\":\"/problems/recovering\",\"title\":\"Not yet\",\"detail\":\"Try again.\"}")
                    .says(200, EVENT.formatted("p-3", "PinLocked"));
            assertEquals(ExitCode.DONE, run(gateway, "tail --count 2"));
            assertEquals(
                    List.of("", "p-1", "p-2", "p-2"),
                    gateway.asked().stream().map(StubServer.Asked::lastEventId).toList());
            assertEquals("""
                    2026-11-27T08:30:00Z  PinReset  u-1
                    2026-11-27T08:30:00Z  PinLocked  u-1
                    """, console.written());
            assertTrue(console.said().contains("The gateway is away; this goes on where it was when it is back."));
        }
    }

    @Test
    void whoNeverListenedIsToldThatNobodyIsThere() throws IOException {
        try (StubServer gateway = new StubServer()) {
            gateway.says(503, "{\"type\":\"/problems/recovering\",\"title\":\"Not yet\",\"detail\":\"Try again.\"}");
            assertEquals(ExitCode.AWAY, run(gateway, "tail --count 1"));
        }
    }
}

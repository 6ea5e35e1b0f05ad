package dev.foyer.ctl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.StubServer;
import dev.foyer.ctl.session.Options;
import dev.foyer.ctl.session.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
                    2026-11-27T08:30:00.000Z  PinReset                u-1
                    2026-11-27T08:30:00.000Z  PinLocked               u-1
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

    /** A proxy's comment has no id, and takes away none that we have. */
    @Test
    void whatHasNoIdLeavesUsWhereWeAre() throws IOException {
        try (StubServer gateway = new StubServer()) {
            gateway.says(200, "id: p-1\n: alive\n\n")
                    .says(200, ": a proxy is here\n\n")
                    .says(200, EVENT.formatted("p-2", "PinReset"));
            assertEquals(ExitCode.DONE, run(gateway, "tail --count 1"));
            assertEquals(
                    List.of("", "p-1", "p-1"),
                    gateway.asked().stream().map(StubServer.Asked::lastEventId).toList());
        }
    }

    @Test
    void aKindThatThereIsNotIsNotWaitedFor() throws IOException {
        try (StubServer gateway = new StubServer()) {
            assertEquals(ExitCode.USAGE, run(gateway, "tail --kind USR"));
            assertTrue(console.said().contains("DEAD_LETTER"));
            assertEquals(List.of(), gateway.asked());
        }
    }

    /** Half of a connection may be gone, and the other half never learns of it. */
    @Test
    void aConnectionOfWhichNothingIsHeardIsTakenUpAgain() throws IOException {
        List<String> lastIds = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            lastIds.add(String.valueOf(exchange.getRequestHeaders().getFirst("Last-Event-ID")));
            exchange.sendResponseHeaders(200, 0);
            String said = lastIds.size() == 1 ? "id: p-1\n: alive\n\n" : EVENT.formatted("p-2", "PinReset");
            exchange.getResponseBody().write(said.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            // And then nothing, without an end.
        });
        server.start();
        try {
            Map<String, String> environment = Map.of(
                    "FOYER_URL", "http://localhost:" + server.getAddress().getPort(), "FOYER_TOKEN", "t");
            Session session = new Session(console, new Folder(home), environment);
            session.begin(Options.NONE);
            TailCommand tail = new TailCommand(session, Duration.ofMillis(500));
            new CommandLine(tail).parseArgs("--count", "1");
            assertEquals(ExitCode.DONE, tail.call());
            assertEquals(List.of("null", "p-1"), lastIds);
        } finally {
            server.stop(0);
        }
    }
}

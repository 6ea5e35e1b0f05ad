package dev.foyer.ctl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.StubServer;
import dev.foyer.ctl.client.StubTenant;
import dev.foyer.ctl.command.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code --copy} and {@code -o none} a PIN is on no screen and in no file. */
@Tag("A4")
class ClipboardTest {

    private static final String RESET = "Set-CsOnlineDialInConferencingUser amos -ResetLeaderPin";
    private static final String REVEAL = "held reveal m-1";
    private static final String PIN = "{\"pin\":\"73914\"}";
    /** 73914 as the terminal's sequence has it. */
    private static final String CODED = "NzM5MTQ=";

    @TempDir
    Path home;

    private StubServer gateway;

    @BeforeEach
    void open() throws IOException {
        StubTenant tenant = new StubTenant(true);
        gateway = new StubServer(
                asked -> asked.method().equals("POST") ? new StubServer.Told(200, PIN, "") : tenant.apply(asked));
    }

    @AfterEach
    void shut() {
        gateway.close();
    }

    private ExitCode run(TestConsole console, String line, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(
                Map.of("FOYER_URL", gateway.url().toString(), "FOYER_ACCOUNT", "admin", "FOYER_PASSWORD", "x"));
        environment.putAll(more);
        return new Interpreter(new Session(console, new Folder(home.resolve("kept")), environment)).run(line);
    }

    /** One that takes what it is given, and ends so. */
    private Map<String, String> desktop(int code) throws IOException {
        Path program = home.resolve("wl-copy");
        Files.writeString(program, "#!/bin/sh\ncat >'" + home.resolve("clipboard") + "'\nexit " + code + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return Map.of("PATH", "/nowhere:" + home, "WAYLAND_DISPLAY", "wayland-0");
    }

    @ParameterizedTest
    @ValueSource(strings = {RESET, REVEAL})
    void aDesktopsProgramGetsItByItsInput(String line) throws IOException {
        TestConsole console = new TestConsole();
        assertEquals(ExitCode.DONE, run(console, line + " --copy", desktop(0)));
        String said = console.said() + console.written();
        assertEquals("73914", Files.readString(home.resolve("clipboard")));
        assertTrue(said.contains("is in your clipboard, this once."), said);
        assertFalse(said.contains("73914") || said.contains(CODED), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {RESET, REVEAL})
    void aTerminalIsAskedAndNotBelieved(String line) {
        TestConsole console = new TestConsole(true);
        assertEquals(ExitCode.DONE, run(console, line + " --copy", Map.of()));
        String said = console.said();
        assertTrue(said.contains("\u001b]52;c;" + CODED + "\u0007"), said);
        assertTrue(said.contains("is in your clipboard, this once, if your terminal allows it"), said);
        assertFalse(said.contains("73914"), said);
    }

    @Test
    void aProgramThatFailsLeavesItToTheTerminal() throws IOException {
        TestConsole console = new TestConsole(true);
        assertEquals(ExitCode.DONE, run(console, RESET + " --copy", desktop(1)));
        assertTrue(console.said().contains("\u001b]52;c;" + CODED));
    }

    /** What is redirected is kept by somebody. */
    @ParameterizedTest
    @ValueSource(strings = {RESET, REVEAL})
    void whereNothingIsAClipboardNoPinIsMade(String line) {
        TestConsole console = new TestConsole();
        assertEquals(ExitCode.USAGE, run(console, line + " --copy", Map.of("PATH", home.toString())));
        assertTrue(console.said().startsWith("--copy needs a terminal, or a desktop"));
        assertEquals(List.of(), gateway.asked());
    }

    @Test
    void theOneLookAtAHeldPinIsNotGivenAwayForNothing() {
        TestConsole console = new TestConsole(true);
        assertEquals(ExitCode.USAGE, run(console, REVEAL + " -o none", Map.of()));
        assertTrue(console.said().contains("leave -o none out, or say --copy"));
        assertEquals(List.of(), gateway.asked());
    }
}

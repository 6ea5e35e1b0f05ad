package dev.foyer.ctl.cmdlets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.StubServer;
import dev.foyer.ctl.command.Interpreter;
import dev.foyer.ctl.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line that stops before its end goes on when it is typed again: nothing twice, and nothing of what came is lost. */
class BrokenOffTest {

    private static final String GONE = "{\"title\":\"Not ready\",\"detail\":\"It comes back.\"}";

    @TempDir
    Path folder;

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

    private static String user(String id) {
        return "{\"userId\":\"%1$s\",\"userPrincipalName\":\"%1$s@contoso.com\",\"conferencing\":{\"enabled\":true}}"
                .formatted(id);
    }

    private static String users(String... ids) {
        return "{\"total\":" + ids.length + ",\"items\":["
                + String.join(
                        ",", List.of(ids).stream().map(BrokenOffTest::user).toList()) + "]}";
    }

    private ExitCode run(String line) {
        Map<String, String> environment =
                Map.of("FOYER_URL", gateway.url().toString(), "FOYER_ACCOUNT", "admin", "FOYER_PASSWORD", "s3cret");
        return new Interpreter(new Session(console, new Folder(folder.resolve("kept")), environment)).run(line);
    }

    private List<StubServer.Asked> resets() {
        return gateway.asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .toList();
    }

    @Test
    void eachPipelineOfALineHasItsOwnChangesAndTheLineGoesOnWhereItWas() {
        String line = "Set-CsClientPin amos -o none; Set-CsClientPin mira -o none";
        gateway.says(200, user("amos")).says(200, "{}").says(200, user("amos"));
        gateway.says(200, user("mira")).says(503, GONE, "Retry-After: 60");
        assertEquals(ExitCode.AWAY, run(line));

        gateway.says(200, user("amos")).says(200, user("mira")).says(200, "{}").says(200, user("mira"));
        assertEquals(ExitCode.DONE, run(line), console::said);
        assertTrue(console.said().contains("Continuing: 1 was done when this line was broken off"));
        assertEquals(
                List.of("/api/v1/users/amos/pin/reset", "/api/v1/users/mira/pin/reset", "/api/v1/users/mira/pin/reset"),
                resets().stream().map(StubServer.Asked::path).toList());
        assertEquals(resets().get(1).key(), resets().get(2).key(), "whoever was under way is the same request");
        assertNotEquals(resets().get(0).key(), resets().get(1).key());
    }

    @Test
    void theSameChangeInTwoPipelinesIsTwoChanges() {
        for (int i = 0; i < 2; i++) {
            gateway.says(200, user("amos")).says(200, "{}").says(200, user("amos"));
        }
        assertEquals(ExitCode.DONE, run("Set-CsClientPin amos; Set-CsClientPin amos -o none"), console::said);
        assertEquals(2, resets().stream().map(StubServer.Asked::key).distinct().count());
    }

    @Test
    void anExportHasWhoCameBeforeAndWhoCameAfter() throws IOException {
        Path file = folder.resolve("reset.csv");
        String line = "Get-CsClientPinInfo * | Set-CsClientPin | Select-Object Identity | Export-Csv '" + file + "'";
        gateway.says(200, users("amos", "mira")).says(200, "{}").says(200, user("amos"));
        gateway.says(503, GONE, "Retry-After: 60");
        assertEquals(ExitCode.AWAY, run(line));
        gateway.says(200, users("amos", "mira")).says(200, "{}").says(200, user("mira"));
        assertEquals(ExitCode.DONE, run(line), console::said);
        assertEquals(List.of("\"Identity\"", "\"amos@contoso.com\"", "\"mira@contoso.com\""), Files.readAllLines(file));
    }
}

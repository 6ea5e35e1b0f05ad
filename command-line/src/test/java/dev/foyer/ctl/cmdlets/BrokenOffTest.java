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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static String page(String next, String... ids) {
        return users(ids).replaceFirst("\\{", "{\"next\":\"" + next + "\",");
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

    /** Whatever ends a list in its middle: those before it have their PINs. */
    @ParameterizedTest
    @CsvSource({"500, AWAY", "403, NO_RIGHTS", "400, REFUSED"})
    void whoIsDoneIsNotDoneAgainWhateverEndedTheList(int status, ExitCode code) {
        String line = "Get-CsClientPinInfo * | Set-CsClientPin -o none";
        gateway.says(200, page("next-page", "amos", "mira")).says(200, "{}").says(200, user("amos"));
        gateway.says(200, "{}").says(200, user("mira"));
        gateway.says(status, "{\"title\":\"No\",\"detail\":\"Not this page.\"}");
        assertEquals(code, run(line));
        assertTrue(console.said().contains("2 are done"), "and the same line goes on");

        gateway.says(200, page("next-page", "amos", "mira")).says(200, users("jun"));
        gateway.says(200, "{}").says(200, user("jun"));
        assertEquals(ExitCode.DONE, run(line), console::said);
        assertEquals(
                List.of("/api/v1/users/amos/pin/reset", "/api/v1/users/mira/pin/reset", "/api/v1/users/jun/pin/reset"),
                resets().stream().map(StubServer.Asked::path).toList());
    }

    @Test
    void whatIsFoundWrongOnlyWhenAnObjectComesForgetsNobodyEither() {
        String line = "Set-CsClientPin amos | Where-Object { $_.Typo -eq 1 }";
        gateway.says(200, user("amos")).says(200, "{}").says(200, user("amos"));
        assertEquals(ExitCode.USAGE, run(line));
        gateway.says(200, user("amos"));
        assertEquals(ExitCode.DONE, run(line), console::said);
        assertEquals(1, resets().size());
    }

    @Test
    void whatWasRefusedBeforeAnythingWasDoneIsAnotherLineTheNextTime() {
        for (int i = 0; i < 2; i++) {
            gateway.says(200, user("amos")).says(409, "{\"title\":\"No\",\"detail\":\"Not enabled.\"}");
            assertEquals(ExitCode.REFUSED, run("Set-CsClientPin amos"));
        }
        assertEquals(2, resets().stream().map(StubServer.Asked::key).distinct().count());
    }

    /** Of a file in another encoding nobody is asked for, wherever its first accent stands. */
    @Test
    void aFileIsReadWhollyBeforeItsFirstRowGoesDownTheLine() throws IOException {
        StringBuilder rows = new StringBuilder("Identity\n");
        for (int i = 0; i < 2_000; i++) {
            rows.append("user").append(i).append(i == 1_900 ? "\u00e9" : "").append("@contoso.com\n");
        }
        Path file = Files.writeString(folder.resolve("people.csv"), rows, StandardCharsets.ISO_8859_1);
        assertTrue(rows.indexOf("\u00e9") > 20_000, "behind what a reader takes at once");
        assertEquals(ExitCode.USAGE, run("Import-Csv '" + file + "' | Set-CsClientPin"));
        assertTrue(console.said().contains("could not be read: check the path, and that it is UTF-8"));
        assertEquals(List.of(), gateway.asked());
    }

    @Test
    void whoMeansEverybodyAnewSaysSo() throws IOException {
        String line = "Set-CsClientPin amos -o none; Set-CsClientPin mira -o none";
        gateway.says(200, user("amos")).says(200, "{}").says(200, user("amos")).says(503, GONE, "Retry-After: 60");
        assertEquals(ExitCode.AWAY, run(line));
        try (Stream<Path> kept = Files.walk(folder.resolve("kept"))) {
            for (Path each : kept.toList()) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
                assertTrue(permissions.endsWith("------"), each + " " + permissions);
            }
        }
        gateway.says(200, user("amos")).says(200, "{}").says(200, user("amos"));
        gateway.says(200, user("mira")).says(200, "{}").says(200, user("mira"));
        assertEquals(ExitCode.DONE, run(line + " --new-run"), console::said);
        assertEquals(3, resets().stream().map(StubServer.Asked::key).distinct().count());
    }
}

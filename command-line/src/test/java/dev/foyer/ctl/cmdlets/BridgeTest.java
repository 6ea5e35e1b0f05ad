package dev.foyer.ctl.cmdlets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.StubServer;
import dev.foyer.ctl.client.StubTenant;
import dev.foyer.ctl.command.Interpreter;
import dev.foyer.ctl.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant's one bridge and its numbers: whoever names another one, or nothing to change, changes nothing. */
class BridgeTest {

    private static final String SET_BRIDGE = "Set-CsOnlineDialInConferencingBridge -DefaultServiceNumber 14255550177 ";
    private static final String SET_NUMBER = "Set-CsOnlineDialInConferencingServiceNumber -Identity 14255550100 ";

    @TempDir
    Path home;

    private final TestConsole console = new TestConsole();
    private StubServer gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = new StubServer(new StubTenant(true));
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

    private List<String> changes() {
        return gateway.asked().stream()
                .filter(asked -> !asked.method().equals("GET"))
                .map(StubServer.Asked::body)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Name Other",
                "-Identity 00000000-0000-0000-0000-000000000000",
                "-Name 'Conference Bridge of contoso.com' -Identity 00000000-0000-0000-0000-000000000000"
            })
    void anotherBridgeIsNotChangedForOurs(String named) {
        assertEquals(ExitCode.REFUSED, run(SET_BRIDGE + named));
        assertTrue(console.said().startsWith("There is no bridge "), "with the name that was given");
        assertEquals(List.of(), changes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-Name 'conference bridge of contoso.com'", "-Name *contoso*"})
    void oursIs(String named) {
        assertEquals(ExitCode.DONE, run(SET_BRIDGE + named), console::said);
        assertEquals(List.of("{\"defaultServiceNumber\":\"+14255550177\"}"), changes());
    }

    @Test
    void whatGetShowsCanBeSet() {
        String line = "Get-CsOnlineDialInConferencingBridge | " + SET_BRIDGE;
        assertEquals(ExitCode.DONE, run(line), console::said);
        assertEquals(1, changes().size());
    }

    @ParameterizedTest
    @CsvSource({
        "-BridgeName Other, 0",
        "-BridgeId 00000000-0000-0000-0000-000000000000, 0",
        "-BridgeName 'Conference Bridge of contoso.com', 4",
        "-City Seattle, 1",
        "-ResultSize 2, 2"
    })
    void numbersOfAnotherBridgeAreNone(String of, int count) {
        assertEquals(ExitCode.DONE, run("Get-CsOnlineDialInConferencingServiceNumber " + of + " -o csv"));
        long rows = console.written().lines().count();
        assertEquals(count, Math.max(0, rows - 1));
    }

    @ParameterizedTest
    @Tag("C4")
    @ValueSource(strings = {"14255550100", "+14255550100", "tel:+14255550100", "'+1 (425) 555-0100'"})
    void aNumberIsFoundHoweverItIsWritten(String number) {
        assertEquals(
                ExitCode.DONE,
                run("Get-CsOnlineDialInConferencingServiceNumber " + number + " | Select-Object City -o csv"),
                console::said);
        assertTrue(console.written().contains("Seattle"));
    }

    /** What no language is may be one to the gateway tomorrow, and its words name what was typed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-PrimaryLanguage de-de                               | \"de-DE\"",
                "-PrimaryLanguage de_DE -SecondaryLanguages en-us, en | \"de-DE\",\"en-US\",\"en\"",
                "-SecondaryLanguages ja-jp, JA-JP, en                 | \"en\",\"ja-JP\"",
                "-PrimaryLanguage 'no tag'                            | \"no tag\"",
                "-RestoreDefaultLanguages                             | \"en\""
            })
    void languagesAreHandedOnAsTheyAreMeant(String typed, String languages) {
        assertEquals(ExitCode.DONE, run(SET_NUMBER + typed), console::said);
        assertTrue(
                changes().getFirst().contains("\"languages\":[" + languages + "]"),
                () -> changes().getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                | Nothing was said to change",
                "-RestoreDefaultLanguages:$false                 | Nothing was said to change",
                "-RestoreDefaultLanguages -PrimaryLanguage de-de | exclude each other",
                "-SecondaryLanguages a, b, c, d, e               | takes up to four"
            })
    void whatCannotBeMeantIsSaidBeforeAnythingIsSent(String typed, String words) {
        assertEquals(ExitCode.USAGE, run(SET_NUMBER + (typed == null ? "" : typed)));
        assertTrue(console.said().contains(words));
        assertEquals(List.of(), gateway.asked());
    }
}

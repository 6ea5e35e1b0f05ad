package dev.foyer.ctl.cmdlets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.StubServer;
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

/** Who is enabled already stays as they are; who is not gets what the line says, or the line says what they got instead. */
class EnableTest {

    private static final String LINE = "Enable-CsOnlineDialInConferencingUser amos -ConferenceId 7654321 -o none";
    private static final String ENABLED = "{\"pin\":\"\",\"conferenceId\":\"1234567\"}";
    private static final String TAKEN = "{\"title\":\"Taken\",\"detail\":\"Another user has it.\"}";

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

    private static String amos(boolean enabled) {
        return "{\"userId\":\"u-1\",\"userPrincipalName\":\"amos@contoso.com\",\"conferencing\":{\"enabled\":%s}}"
                .formatted(enabled);
    }

    private ExitCode run(String line) {
        Map<String, String> environment =
                Map.of("FOYER_URL", gateway.url().toString(), "FOYER_ACCOUNT", "admin", "FOYER_PASSWORD", "x");
        return new Interpreter(new Session(console, new Folder(home), environment)).run(line);
    }

    private List<String> changes() {
        return gateway.asked().stream()
                .filter(asked -> !asked.method().equals("GET"))
                .map(asked -> asked.method() + " " + asked.path() + " " + asked.body())
                .toList();
    }

    @Test
    @Tag("C1")
    void whoIsEnabledKeepsTheConferenceId() {
        gateway.says(200, amos(true)).says(200, "{}");
        assertEquals(ExitCode.DONE, run(LINE), console::said);
        assertEquals(List.of("POST /api/v1/users/u-1/conferencing {\"reveal\":false}"), changes());
        assertTrue(console.said().contains("amos@contoso.com is enabled already; nothing is changed"));
    }

    @Test
    void whatWouldBeDoneNamesTheId() {
        gateway.says(200, amos(false)).says(200, amos(true));
        assertEquals(ExitCode.DONE, run(LINE + " -WhatIf"));
        String said = console.written() + console.said();
        assertTrue(said.contains("\"Enable dial-in conferencing with conference ID 7654321\""), said);
        assertEquals(ExitCode.DONE, run(LINE + " -WhatIf"));
        said = console.written() + console.said();
        assertTrue(said.contains("is enabled already") && !said.contains("What if"), said);
        assertEquals(List.of(), changes());
    }

    /** The same line, once the ID is free, gives it: nothing else is done twice. */
    @Test
    void whoseIdIsTakenIsEnabledWithAnotherOneAndTheLineSaysSo() {
        gateway.says(200, amos(false)).says(201, ENABLED).says(409, TAKEN);
        assertEquals(ExitCode.REFUSED, run(LINE));
        String said = console.said();
        assertTrue(
                said.contains(
                        "amos@contoso.com is enabled, with conference ID 1234567, not 7654321: Taken. Another user has it."),
                said);
        gateway.says(200, amos(true)).says(200, "{}");
        assertEquals(ExitCode.DONE, run(LINE), console::said);
        assertEquals(
                List.of(
                        "POST /api/v1/users/u-1/conferencing {\"reveal\":false}",
                        "PUT /api/v1/users/u-1/conference-id {\"conferenceId\":\"7654321\"}",
                        "PUT /api/v1/users/u-1/conference-id {\"conferenceId\":\"7654321\"}"),
                changes());
    }
}

package dev.foyer.ctl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.StubServer;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One campaign for one file, whatever happens on the way, and the end that it came to. */
class CampaignCommandTest {

    private static final String BEGUN = "{\"id\":\"c-1\",\"state\":\"RUNNING\"}";

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

    private ExitCode run(String users, String options) throws IOException {
        Path file = Files.writeString(home.resolve("users.csv"), users);
        return run("campaign run '" + file + "' --no-wait" + options);
    }

    private ExitCode run(String line) {
        Map<String, String> environment =
                Map.of("FOYER_URL", gateway.url().toString(), "FOYER_ACCOUNT", "admin", "FOYER_PASSWORD", "x");
        return new Interpreter(new Session(console, new Folder(home.resolve("kept")), environment)).run(line);
    }

    private List<String> keys() {
        return gateway.asked().stream().map(StubServer.Asked::key).toList();
    }

    @Test
    void theSameLineAfterNoAnswerIsTheSameCampaign() throws IOException {
        gateway.says(503, "{\"title\":\"Busy\",\"detail\":\"Later.\"}", "Retry-After: 60")
                .says(201, BEGUN)
                .says(201, BEGUN);
        assertEquals(ExitCode.AWAY, run("Identity\namos\nmira\n", ""));
        assertEquals(ExitCode.DONE, run("Identity\namos\nmira\n", ""), console::said);
        assertEquals(ExitCode.DONE, run("Identity\namos\nmira\n", ""), console::said);
        assertEquals(keys().get(0), keys().get(1), "nobody gets two PINs");
        assertNotEquals(keys().get(1), keys().get(2), "and who means them again says so after the first is answered");
    }

    @Test
    void othersOrAnotherActionOrANewRunIsAnotherCampaign() throws IOException {
        for (int i = 0; i < 4; i++) {
            gateway.says(500, "{\"title\":\"Broken\",\"detail\":\"Ours.\"}");
        }
        assertEquals(ExitCode.AWAY, run("Identity\namos\n", ""));
        run("Identity\nmira\n", "");
        run("Identity\namos\n", " --action enable");
        run("Identity\namos\n", " --new-run");
        assertEquals(4, keys().stream().distinct().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name;userPrincipalName\nAmos;amos\nMira;mira\n",
                "userPrincipalName,Name\namos,\"Marble; Amos\"\nmira,Mira\n",
                "amos\nmira\n",
                "\uFEFFIdentity;Name\r\namos;Amos\r\nmira;Mira\r\n"
            })
    void aFileIsReadAsSpreadsheetsWriteIt(String text) throws IOException {
        gateway.says(201, BEGUN);
        assertEquals(ExitCode.DONE, run(text, ""), console::said);
        assertTrue(gateway.asked().getFirst().body().contains("\"users\":[\"amos\",\"mira\"]"), text);
    }

    /** The bar ends, and who sees it end is told what goes on. */
    @Test
    void aCampaignOfWhichNoMoreIsHeardGoesOn() {
        gateway.says(200, "{\"id\":\"c-1\",\"state\":\"RUNNING\",\"users\":9,\"left\":3,\"failed\":0}")
                .says(502, "");
        assertEquals(ExitCode.AWAY, run("campaign watch c-1"));
        assertTrue(console.said().contains("Campaign c-1 goes on without us: foyerctl campaign watch c-1"));
    }

    @Test
    void whomItFailedWithIsShownWithTheReason() {
        String result = """
                user,userPrincipalName,displayName,outcome,reason,mail,at
                amos,amos@contoso.com,"Marble, Amos",DONE,,QUEUED,2026-11-28T08:30:00Z
                mira,mira@contoso.com,Mira,FAILED,OWN_PIN,,2026-11-28T08:30:01Z
                gone,,,FAILED,NO_SUCH_USER,,2026-11-28T08:30:02Z
                """;
        gateway.says(200, result).says(200, result).says(404, "{\"title\":\"No such campaign\",\"detail\":\"Look.\"}");
        assertEquals(ExitCode.DONE, run("campaign result c-1 --failed -o csv"), console::said);
        assertEquals("""
                "User","Outcome","Reason","Mail","At"
                "mira@contoso.com","FAILED","OWN_PIN","","2026-11-28T08:30:01Z"
                "gone","FAILED","NO_SUCH_USER","","2026-11-28T08:30:02Z"
                """, console.written());
        assertEquals(ExitCode.DONE, run("campaign result c-1"), console::said);
        assertTrue(console.written().contains("amos@contoso.com DONE"));
        assertEquals(ExitCode.REFUSED, run("campaign result c-1"));
        assertEquals("No such campaign. Look.", console.said().strip());
    }

    @ParameterizedTest
    @CsvSource({"DONE, 0, 0, DONE", "DONE, 0, 1, REFUSED", "STOPPED, 3, 0, STOPPED"})
    void aCampaignThatIsOverTellsAScriptHow(String state, int left, int failed, ExitCode code) {
        gateway.says(
                200,
                "{\"id\":\"c-1\",\"state\":\"%s\",\"users\":9,\"left\":%d,\"failed\":%d}"
                        .formatted(state, left, failed));
        assertEquals(code, run("campaign watch c-1"));
    }
}

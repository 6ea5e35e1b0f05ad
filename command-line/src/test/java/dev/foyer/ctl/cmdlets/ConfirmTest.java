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
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code -Confirm} asks before each change, and does what is answered. */
class ConfirmTest {

    private static final String THREE =
            "Set-CsClientPin %1$s amos; Set-CsClientPin %1$s amos; Set-CsClientPin %1$s amos";
    private static final String PIPE = "Get-CsClientPinInfo a* | Set-CsClientPin %s";

    @TempDir
    Path home;

    private final TestConsole console = new TestConsole();

    private long changes(String line, String answers, ExitCode code) throws IOException {
        if (answers != null) {
            Arrays.stream(answers.split(" ")).map(each -> each.replace("_", "")).forEach(console::answer);
        }
        StubTenant tenant = new StubTenant(true);
        String three = "{\"total\":3,\"items\":[%1$s,%2$s,%3$s]}"
                .formatted(
                        tenant.user(),
                        tenant.user().replace("u-1", "u-2"),
                        tenant.user().replace("u-1", "u-3"));
        try (StubServer gateway = new StubServer(asked -> asked.path().startsWith("/api/v1/users?")
                ? new StubServer.Told(200, three, "")
                : tenant.apply(asked))) {
            Map<String, String> environment =
                    Map.of("FOYER_URL", gateway.url().toString(), "FOYER_ACCOUNT", "admin", "FOYER_PASSWORD", "x");
            Session session = new Session(console, new Folder(home), environment);
            assertEquals(code, new Interpreter(session).run(line), console::said);
            return gateway.asked().stream()
                    .filter(asked -> !asked.method().equals("GET"))
                    .count();
        }
    }

    /** An underscore is nothing but Enter; who is not answered any more has nothing more done. */
    @ParameterizedTest
    @CsvSource({
        "y, 1, STOPPED",
        "_, 1, STOPPED",
        "YES, 1, STOPPED",
        "n, 0, STOPPED",
        "no, 0, STOPPED",
        "what? y, 1, STOPPED",
        "a, 3, DONE",
        "l, 0, DONE",
        "n y n, 1, DONE",
        "n a, 2, DONE",
        "y l, 1, DONE"
    })
    void whatIsAnsweredIsDone(String answers, int changes, ExitCode code) throws IOException {
        assertEquals(changes, changes(PIPE.formatted("-Confirm"), answers, code));
        assertTrue(console.said()
                .contains("Performing the operation \"Reset the leader PIN\" on target \"amos.marble@contoso.com\"."));
    }

    @ParameterizedTest
    @CsvSource({"-Confirm, a, 3", "-cf, l, 2"})
    void allIsOfOneCmdletAndNotOfTheLine(String confirm, String first, int changes) throws IOException {
        assertEquals(changes, changes(THREE.formatted(confirm), first + " y y", ExitCode.DONE));
    }

    @ParameterizedTest
    @CsvSource({"-Confirm:$false", "-Confirm -Force", "-Force"})
    void whoSaysThatNobodyNeedBeAskedIsNot(String how) throws IOException {
        assertEquals(3, changes(PIPE.formatted(how), null, ExitCode.DONE));
    }

    /** There {@code -Force} is the new PIN, and no answer. */
    @ParameterizedTest
    @CsvSource({"n, 0", "y, 1"})
    void theWelcomeMailsForceIsNoAnswer(String answer, int changes) throws IOException {
        assertEquals(changes, changes("Set-CsPinSendCAWelcomeMail amos -Force -Confirm", answer, ExitCode.DONE));
    }

    @ParameterizedTest
    @CsvSource({"Set-CsClientPin amos -Confirm", "Disable-CsOnlineDialInConferencingUser amos -Confirm"})
    void whereNobodyIsThereNothingIsDone(String line) throws IOException {
        assertEquals(0, changes(line, null, ExitCode.STOPPED));
        assertTrue(console.said().contains("Nobody is there to confirm"));
    }
}

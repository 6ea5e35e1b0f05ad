package dev.foyer.ctl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.Profile;
import dev.foyer.ctl.client.Profiles;
import dev.foyer.ctl.client.StubServer;
import dev.foyer.ctl.session.Session;
import java.io.IOException;
import java.net.URI;
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

/** What each of the short commands asks for, and what it says. */
class ShortCommandsTest {

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "held hand-over m-1        | /notifications/m-1/hand-over |                    | The mail is handed over.",
                "held discard m-1          | /notifications/m-1/discard   |                    | The mail is thrown away.",
                "held send m-1             | /notifications/m-1/send      | {}                 | The mail is on its way to u@x.",
                "held send m-1 --to u@x    | /notifications/m-1/send      | {\"toAddress\":\"u@x\"} | The mail is on its way to u@x.",
                "held reveal m-1           | /notifications/m-1/reveal    |                    | The PIN is 73914 (shown this once).",
                "campaign stop c-1         | /campaigns/c-1/stop          |                    | Campaign c-1 is stopped.",
                "campaign continue 'c/1'   | /campaigns/c%2F1/continue    |                    | Campaign c/1 is stopped."
            })
    void oneRequestAndOneSentence(String line, String path, String body, String said) {
        gateway.says(200, "{\"to\":\"u@x\",\"pin\":\"73914\",\"state\":\"STOPPED\"}");
        assertEquals(ExitCode.DONE, run(line), console::said);
        assertEquals(said, console.said().strip());
        assertEquals(1, gateway.asked().size());
        StubServer.Asked asked = gateway.asked().getFirst();
        assertEquals("POST /api/v1" + path, asked.method() + " " + asked.path());
        assertEquals(body == null ? "" : body, asked.body());
        assertFalse(asked.key().isEmpty(), "it is done once, whatever happens on the way");
    }

    @Test
    void profilesAreChosenAndForgotten() {
        Profiles profiles = new Profiles(new Folder(home), Map.of());
        for (String name : List.of("one", "two")) {
            profiles.save(new Profile(name, URI.create("http://localhost:1"), new Profile.Basic("admin", "s3cret")));
        }
        assertEquals(ExitCode.DONE, run("profiles --use one -o csv"), console::said);
        String shown = console.written();
        assertTrue(shown.contains("\"one\",\"True\"") && shown.contains("\"two\",\"False\""), shown);
        assertFalse(shown.contains("s3cret"), shown);
        assertEquals(ExitCode.NOT_SIGNED_IN, run("profiles --use three"));
        assertEquals(ExitCode.DONE, run("logout"), console::said);
        assertEquals(List.of("two"), profiles.all().stream().map(Profile::name).toList());
        assertEquals(ExitCode.DONE, run("logout --profile two"), console::said);
        assertEquals(List.of(), profiles.all());
    }

    @Test
    void aFileOfAnotherTenantIsNotCompared() throws IOException {
        Path file = Files.writeString(home.resolve("t.yaml"), "tenant: fabrikam.com\n");
        gateway.says(200, "{\"account\":\"admin\",\"tenant\":\"contoso.com\",\"roles\":[]}");
        assertEquals(ExitCode.USAGE, run("tenant apply -f '" + file + "'"));
        assertTrue(console.said()
                .startsWith("The file is of the tenant fabrikam.com, and you are signed in at contoso.com"));
        assertEquals(1, gateway.asked().size());
    }
}

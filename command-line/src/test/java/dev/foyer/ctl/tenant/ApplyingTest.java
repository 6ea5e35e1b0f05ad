package dev.foyer.ctl.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first refusal ends it, and everything is named: what was done, what was not, and what was done by half. */
class ApplyingTest {

    private static final String REFUSED =
            "{\"type\":\"/problems/conflict\",\"title\":\"Not now\",\"detail\":\"It is not to be.\",\"status\":409}";

    @TempDir
    Path home;

    private final TestConsole console = new TestConsole();

    private StubServer tenant() throws IOException {
        Files.writeString(home.resolve("contoso.yaml"), """
                tenant: contoso.com
                policies: {pinLength: 6}
                webhooks:
                  - {url: 'https://a.example/', types: [x], paused: true}
                  - {url: 'https://b.example/', types: [x]}
                """);
        return new StubServer()
                .says(200, "{\"account\":\"admin\",\"tenant\":\"contoso.com\",\"roles\":[\"conferencing-admin\"]}")
                .says(200, "{\"pinLength\":5}")
                .says(200, "{\"items\":[],\"next\":null,\"total\":0}");
    }

    private ExitCode apply(StubServer gateway) {
        Map<String, String> environment =
                Map.of("FOYER_URL", gateway.url().toString(), "FOYER_ACCOUNT", "admin", "FOYER_PASSWORD", "x");
        return new Interpreter(new Session(console, new Folder(home.resolve("kept")), environment))
                .run("tenant apply -f " + home.resolve("contoso.yaml"));
    }

    @Test
    void whatIsDoneByHalfIsNamed() throws IOException {
        try (StubServer gateway = tenant().says(200, "{\"pinLength\":6}")
                .says(201, "{\"id\":\"wh-1\",\"secret\":\"whsec_x\"}")
                .says(409, REFUSED)) {
            assertEquals(ExitCode.REFUSED, apply(gateway));
            String said = console.said();
            assertTrue(said.contains("The webhook https://a.example/ is added and not paused: "), said);
            int done = said.indexOf("Done before that:");
            int not = said.indexOf("Not done:");
            assertTrue(done >= 0 && not > done, said);
            assertTrue(said.substring(done, not).contains("pinLength: 5 -> 6"), said);
            assertTrue(said.substring(done, not).contains("https://a.example/"), said);
            assertTrue(said.substring(not).contains("https://b.example/"), said);
            assertEquals(
                    List.of("PATCH /api/v1/settings", "POST /api/v1/webhooks", "PATCH /api/v1/webhooks/wh-1"),
                    gateway.asked().stream()
                            .skip(3)
                            .map(one -> one.method() + " " + one.path())
                            .toList(),
                    "and nothing after it");
        }
    }

    @Test
    void whenTheSettingsAreRefusedNothingIsChanged() throws IOException {
        try (StubServer gateway = tenant().says(409, REFUSED)) {
            assertEquals(ExitCode.REFUSED, apply(gateway));
            String said = console.said();
            assertTrue(said.contains("Nothing was changed."), said);
            assertTrue(said.substring(said.indexOf("Not done:")).contains("https://b.example/"), said);
            assertEquals(4, gateway.asked().size());
        }
    }

    private StubServer with(String file) throws IOException {
        Files.writeString(home.resolve("contoso.yaml"), file);
        return new StubServer()
                .says(200, "{\"account\":\"admin\",\"tenant\":\"contoso.com\",\"roles\":[\"conferencing-admin\"]}");
    }

    private static String webhooks(String description) {
        return "{\"items\":[{\"id\":\"w1\",\"url\":\"https://a.example/\",\"types\":[\"x\"],\"status\":\"ACTIVE\"%s}]}"
                .formatted(description);
    }

    /** To the gateway null is what was not said, and our own export writes null. */
    @Test
    void aDescriptionThatIsNoneIsTakenAway() throws IOException {
        try (StubServer gateway =
                with("tenant: contoso.com\nwebhooks: [{url: 'https://a.example/', types: [x], description: null}]")) {
            gateway.says(200, "{}")
                    .says(200, webhooks(",\"description\":\"old\""))
                    .says(200, "{}")
                    .says(200, "{}")
                    .says(200, webhooks(""));
            assertEquals(ExitCode.DONE, apply(gateway), console::said);
            assertEquals("{\"description\":\"\"}", gateway.asked().get(3).body());
            assertTrue(!console.said().contains("another form"));
        }
    }

    @Test
    void whatTheGatewayKeepsInAnotherFormIsNamed() throws IOException {
        try (StubServer gateway = with("tenant: contoso.com\nsettings: {supportContact: Help@CONTOSO.com}")) {
            gateway.says(200, "{}").says(200, "{\"items\":[]}").says(200, "{}");
            gateway.says(200, "{\"supportContact\":\"Help@contoso.com\"}").says(200, "{\"items\":[]}");
            assertEquals(ExitCode.DONE, apply(gateway), console::said);
            String said = console.said();
            assertTrue(
                    said.contains("in another form")
                            && said.contains("supportContact: \"Help@contoso.com\" -> \"Help@CONTOSO.com\""),
                    said);
        }
    }
}

package dev.foyer.ctl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.StubServer;
import dev.foyer.ctl.client.StubTenant;
import dev.foyer.ctl.session.Options;
import dev.foyer.ctl.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every line may have, wherever it stands. */
class LineOptionsTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--reason 'INC0012345 lost phone' user lock amos",
                "user lock --reason \"INC0012345 lost phone\" amos"
            })
    @Tag("G3")
    void aReasonIsOneOfThem(String line) {
        LineOptions read = LineOptions.of(line, Options.NONE);
        assertEquals(Optional.of("INC0012345 lost phone"), read.options().reason());
        assertEquals("user lock amos", read.line().replaceAll(" +", " "));
    }

    /** What the locale cannot read has become another letter before it came here. */
    @ParameterizedTest
    @ValueSource(strings = {" perch\uFFFD", " 'a\u0007b'", " ''", ""})
    @Tag("G3")
    void aReasonThatWouldArriveOtherwiseIsNotSent(String reason) {
        assertThrows(CtlException.class, () -> LineOptions.of("user lock amos --reason" + reason, Options.NONE));
    }

    @Test
    @Tag("G3")
    void aReasonIsSaidInAnyLanguage() {
        assertEquals(
                Optional.of("perché 李俊"),
                LineOptions.of("user lock amos --reason 'perché 李俊'", Options.NONE)
                        .options()
                        .reason());
    }

    @Test
    void anOperatorNamesTheTenantAndNobodyElseNeedTo() throws IOException {
        StubTenant tenant = new StubTenant(true);
        try (StubServer gateway = new StubServer(tenant)) {
            Map<String, String> environment = Map.of("FOYER_URL", gateway.url().toString(), "FOYER_TOKEN", "t");
            Interpreter shell = new Interpreter(new Session(new TestConsole(), new Folder(home), environment));
            String line = "Get-CsClientPinInfo amos -Tenant fabrikam.com";
            assertEquals(ExitCode.USAGE, shell.run(line), "it is not one's own");
            assertEquals(ExitCode.DONE, shell.run(line + " --tenant fabrikam.com"));
            assertEquals(ExitCode.DONE, shell.run("Get-CsClientPinInfo amos"));
            List<String> named =
                    gateway.asked().stream().map(StubServer.Asked::tenant).toList();
            assertTrue(named.contains("fabrikam.com"), named::toString);
            assertEquals("", named.getLast(), "it was said of one line");
        }
    }

    /** Of another tenant the same line is another one: what is done in one of them is not done in the other. */
    @Test
    void whatIsDoneInOneTenantIsNotDoneInAnother() throws IOException {
        StubTenant tenant = new StubTenant(true);
        try (StubServer gateway = new StubServer(asked -> asked.path().contains("cursor=")
                ? new StubServer.Told(500, "{}", "")
                : asked.path().startsWith("/api/v1/users?")
                        ? new StubServer.Told(200, "{\"next\":\"c\",\"items\":[" + tenant.user() + "]}", "")
                        : tenant.apply(asked))) {
            Map<String, String> environment = Map.of("FOYER_URL", gateway.url().toString(), "FOYER_TOKEN", "t");
            Interpreter shell = new Interpreter(new Session(new TestConsole(), new Folder(home), environment));
            for (String name : List.of("fabrikam.com", "contoso.com", "fabrikam.com")) {
                assertEquals(ExitCode.AWAY, shell.run("Get-CsClientPinInfo * | Set-CsClientPin --tenant " + name));
            }
            assertEquals(
                    List.of("fabrikam.com", "contoso.com"),
                    gateway.asked().stream()
                            .filter(asked -> asked.method().equals("POST"))
                            .map(StubServer.Asked::tenant)
                            .toList());
        }
    }

    @Test
    void aNameOfATenantIsOne() {
        assertThrows(CtlException.class, () -> LineOptions.of("user list --tenant 'a b'", Options.NONE));
        assertThrows(CtlException.class, () -> LineOptions.of("user list --tenant", Options.NONE));
    }
}

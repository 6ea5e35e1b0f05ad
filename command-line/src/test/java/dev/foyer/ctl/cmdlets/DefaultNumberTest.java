package dev.foyer.ctl.cmdlets;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One number for another, at everybody who has it. */
class DefaultNumberTest {

    private static final String NAME = "Set-CsOnlineDialInConferencingUserDefaultNumber";
    private static final String USERS = """
            {"total":3,"items":[
             {"userId":"u-1","userPrincipalName":"a@x","conferencing":{"enabled":true,"serviceNumber":"+14255550100"}},
             {"userId":"u-2","userPrincipalName":"b@x","conferencing":{"enabled":true,"serviceNumber":"+390255550100"}},
             {"userId":"u-3","userPrincipalName":"c@x","conferencing":{"enabled":true}}]}""";

    @TempDir
    Path home;

    private final TestConsole console = new TestConsole();

    private Session session(StubServer gateway) {
        return new Session(
                console, new Folder(home), Map.of("FOYER_URL", gateway.url().toString(), "FOYER_TOKEN", "t"));
    }

    private static List<String> changes(StubServer gateway) {
        return gateway.asked().stream()
                .filter(asked -> asked.method().equals("PATCH"))
                .map(asked -> asked.path() + " " + asked.body())
                .toList();
    }

    @Test
    void whoHasItGetsTheOtherAndWhoHasNoneWhereThatIsMeant() throws IOException {
        try (StubServer gateway = new StubServer(_ -> new StubServer.Told(200, USERS, ""))) {
            Interpreter shell = new Interpreter(session(gateway));
            String to = " -ToNumber 14255550177 -NumberType Toll";
            assertEquals(ExitCode.DONE, shell.run(NAME + " -FromNumber 'tel:+1 425 555 0100'" + to), console::said);
            assertEquals(ExitCode.DONE, shell.run(NAME + " -FromNumber $null" + to), console::said);
            assertEquals(
                    List.of(
                            "/api/v1/users/u-1/conferencing {\"serviceNumber\":\"+14255550177\"}",
                            "/api/v1/users/u-3/conferencing {\"serviceNumber\":\"+14255550177\"}"),
                    changes(gateway));
        }
    }

    /** It is about everybody though nothing is piped: who is told to wait for minutes waits, until somebody stops it. */
    @Test
    void aWaitOfMinutesEndsNothing() throws IOException {
        AtomicReference<Session> running = new AtomicReference<>();
        try (StubServer gateway = new StubServer(asked -> {
            if (!asked.method().equals("PATCH")) {
                return new StubServer.Told(200, USERS, "");
            }
            running.get().cancel().press();
            return new StubServer.Told(429, "{\"title\":\"Slowly\",\"detail\":\"Wait.\"}", "Retry-After: 600");
        })) {
            running.set(session(gateway));
            assertEquals(
                    ExitCode.STOPPED,
                    new Interpreter(running.get())
                            .run(NAME + " -FromNumber 14255550100 -ToNumber 14255550177 -NumberType Toll"),
                    console::said);
        }
    }
}

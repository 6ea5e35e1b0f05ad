package dev.foyer.ctl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.StubServer;
import dev.foyer.ctl.session.Mishap;
import dev.foyer.ctl.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong is one line, on the error stream, with a code that a script can tell from the others. */
class WhatGoesWrongTest {

    private static final String RESET = "Set-CsOnlineDialInConferencingUser amos.marble -ResetLeaderPin";
    private static final String AMOS = user("amos.marble", "Amos Marble");
    private static final String ADELE = user("adele.amato", "Amalia Amato");

    @TempDir
    Path home;

    private final TestConsole console = new TestConsole();

    /** What is typed, what the gateway answers, and what becomes of it. */
    record Wrong(String line, List<StubServer.Told> answers, ExitCode code, String sentence) {

        @Override
        public String toString() {
            return line + " -> " + code;
        }
    }

    private static String user(String id, String name) {
        return "{\"userId\":\"%1$s\",\"userPrincipalName\":\"%1$s@contoso.com\",\"displayName\":\"%2$s\",\"conferencing\":{\"enabled\":true}}"
                .formatted(id, name);
    }

    private static StubServer.Told told(int status, String body) {
        return new StubServer.Told(status, body, "");
    }

    private static StubServer.Told problem(int status, String type, String title, String detail) {
        return told(
                status,
                "{\"type\":\"/problems/%s\",\"title\":\"%s\",\"detail\":\"%s\"}".formatted(type, title, detail));
    }

    private static StubServer.Told found(String... users) {
        return told(200, "{\"total\":" + users.length + ",\"items\":[" + String.join(",", users) + "]}");
    }

    private static final StubServer.Told NOBODY = problem(404, "user-not-found", "No such user", "There is none.");

    static Stream<Wrong> all() {
        return Stream.of(
                new Wrong(
                        "Set-CsOnlineDialInConferencingUser amos.marble -ResetLeadrPin",
                        List.of(),
                        ExitCode.USAGE,
                        "Set-CsOnlineDialInConferencingUser has no parameter -ResetLeadrPin (did you mean -ResetLeaderPin?);"
                                + " Get-Help Set-CsOnlineDialInConferencingUser shows those it has."),
                new Wrong(
                        "Set-CsOnlineDialInConferencingUser amos.marble -Send",
                        List.of(),
                        ExitCode.USAGE,
                        "-Send is ambiguous: -SendEmail, -SendEmailToAddress, -SendEmailFromAddress,"
                                + " -SendEmailFromDisplayName begin so."),
                new Wrong(
                        RESET + " -ResetConferenceId -ConferenceId 1234567",
                        List.of(),
                        ExitCode.USAGE,
                        "-ConferenceId and -ResetConferenceId exclude each other."),
                new Wrong(
                        "user reset",
                        List.of(),
                        ExitCode.USAGE,
                        "Missing required parameter: 'user'; foyerctl user reset --help shows what there is."),
                new Wrong(
                        "usr get amos",
                        List.of(),
                        ExitCode.USAGE,
                        "foyerctl does not know \"usr\" (did you mean user?); foyerctl --help shows what there is."),
                new Wrong(
                        "Set-CsOnlineDialInConferencingUser nobody -ResetLeaderPin",
                        List.of(NOBODY, found()),
                        ExitCode.REFUSED,
                        "There is no user \"nobody\" in your tenant; check the spelling."),
                new Wrong(
                        "user get am",
                        List.of(NOBODY, found(AMOS, ADELE), found(AMOS, ADELE)),
                        ExitCode.REFUSED,
                        "\"am\" is several users: amos.marble@contoso.com, adele.amato@contoso.com; say which one."),
                new Wrong(
                        RESET,
                        List.of(told(200, AMOS), problem(403, "role-missing", "No rights", "Ask an administrator.")),
                        ExitCode.NO_RIGHTS,
                        "No rights. Ask an administrator."),
                new Wrong(
                        RESET,
                        List.of(
                                told(200, AMOS),
                                problem(
                                        400,
                                        "reason-required",
                                        "Your organization wants a reason for this",
                                        "Say why in the header X-Reason, with what matches INC[0-9]+.")),
                        ExitCode.REFUSED,
                        "Your organization wants a reason for this. Say why with --reason, with what matches INC[0-9]+."),
                new Wrong(
                        RESET,
                        List.of(told(401, "")),
                        ExitCode.NOT_SIGNED_IN,
                        "Your sign-in at @URL@ does not hold (any more); FOYER_TOKEN, or FOYER_ACCOUNT and its password,"
                                + " must be others."),
                new Wrong(
                        RESET,
                        List.of(new StubServer.Told(
                                503, "{\"title\":\"Not ready\",\"detail\":\"It comes back.\"}", "Retry-After: 60")),
                        ExitCode.AWAY,
                        "Not ready. It comes back."),
                new Wrong(
                        RESET,
                        List.of(told(502, "<html>Bad gateway</html>")),
                        ExitCode.AWAY,
                        "The gateway answered with status 502."),
                new Wrong(
                        "whoami --profile nowhere",
                        List.of(),
                        ExitCode.NOT_SIGNED_IN,
                        "There is no profile nowhere; foyerctl login <address> --profile nowhere makes one."),
                new Wrong(
                        "Get-CsClientPinInfo [c-a]",
                        List.of(),
                        ExitCode.USAGE,
                        "\"[c-a]\" is no pattern: what stands in [ ] goes from less to more, as [a-c]."));
    }

    @ParameterizedTest
    @MethodSource("all")
    void itIsOneSentenceWithItsCode(Wrong wrong) throws IOException {
        try (StubServer gateway = new StubServer()) {
            wrong.answers().forEach(told -> gateway.says(told.status(), told.body(), told.header()));
            ExitCode code = run(wrong.line(), gateway.url().toString());
            assertEquals(
                    wrong.sentence().replace("@URL@", gateway.url().toString()),
                    console.said().strip());
            assertEquals(wrong.code(), code);
            assertEquals("", console.written(), "objects go to the output, what is wrong does not");
            assertEquals(wrong.answers().size(), gateway.asked().size(), "what the gateway was asked");
        }
    }

    /** Before anything is sent, least of all a password in clear. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1:8080 x          | \"127.0.0.1:8080 x\" is no address of a gateway",
                "localhost:                | ",
                "ftp://foyer.contoso.com   | \"ftp://foyer.contoso.com\" is no address of a gateway",
                "http://foyer.contoso.com  | \"http://foyer.contoso.com\" would send passwords in clear: give https://foyer.contoso.com",
                "https://a:b@foyer.contoso.com | \"https://***@foyer.contoso.com\" is no address of a gateway"
            })
    void anAddressThatIsNoneIsOneSentence(String url, String words) {
        ExitCode code = run("whoami", url);
        String said = console.said();
        assertEquals(1, said.strip().lines().count(), said);
        if (words != null) {
            assertEquals(ExitCode.USAGE, code, said);
            assertTrue(said.startsWith(words), said);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login https://localhost:1 --issuer 'a b'                    | \"a b\" is no address of an OpenID Connect provider",
                "login https://localhost:1 --issuer http://sso.contoso.com   | \"http://sso.contoso.com\" would send passwords in clear",
                "login 'https://' --account admin                            | \"https://\" is no address of a gateway"
            })
    void soIsOneThatIsTyped(String line, String words) {
        assertEquals(ExitCode.USAGE, run(line, "http://localhost:1"));
        String said = console.said();
        assertTrue(said.startsWith(words) && said.strip().lines().count() == 1, said);
    }

    @Test
    void aProviderThatOffersNothingIsNamed() throws IOException {
        try (StubServer provider = new StubServer()) {
            provider.says(200, "{\"device_authorization_endpoint\":\"" + provider.url() + "/device\"}")
                    .says(200, "{\"device_code\":\"d\",\"user_code\":\"A\",\"interval\":0,\"expires_in\":9}");
            ExitCode code = run("login http://localhost:1 --issuer " + provider.url(), "http://localhost:1");
            String said = console.said();
            assertEquals(ExitCode.AWAY, code, said);
            assertTrue(said.contains("its discovery document names no token_endpoint; check --issuer."), said);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "with blanks", "", "\u00e9"})
    void aTokenThatIsNoneIsNotSent(String token) {
        Map<String, String> environment = Map.of("FOYER_URL", "http://localhost:1", "FOYER_TOKEN", token);
        ExitCode code = new Interpreter(new Session(console, new Folder(home), environment)).run("whoami");
        String said = console.said();
        assertEquals(ExitCode.NOT_SIGNED_IN, code, said);
        assertTrue(
                said.startsWith("FOYER_TOKEN is no token")
                        && said.strip().lines().count() == 1,
                said);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(home.resolve("kept"), "a file where the folder should be");
        try (StubServer gateway = new StubServer()) {
            gateway.says(200, AMOS);
            ExitCode code = run(RESET, gateway.url().toString());
            String said = console.said();
            assertEquals(ExitCode.REFUSED, code, said);
            assertTrue(said.startsWith("Cannot make ") && said.strip().lines().count() == 1, said);
        }
    }

    /** Our own fault is one sentence, too; where it was is shown without what an exception quotes. */
    @Test
    void whatNobodyThoughtOfIsSaidAsOurFault() {
        RuntimeException fault = new IllegalStateException("s3cret", new IllegalArgumentException("s3cret"));
        assertEquals(ExitCode.FAILED, Mishap.say(console, false, fault));
        assertEquals(
                "foyerctl itself failed (IllegalStateException); please report it; --verbose shows where.",
                console.said().strip());
        Mishap.say(console, true, fault);
        String said = console.said();
        assertTrue(said.contains("java.lang.IllegalArgumentException") && said.contains("WhatGoesWrongTest"), said);
        assertFalse(said.contains("s3cret"), said);
    }

    @Test
    void whereNobodyAnswersTheAddressIsNamed() throws IOException {
        String nobody;
        try (StubServer gone = new StubServer()) {
            nobody = gone.url().toString();
        }
        assertEquals(ExitCode.AWAY, run(RESET, nobody));
        assertEquals(
                "Cannot reach " + nobody + ": nobody answers there; check the address, and that Foyer is running.",
                console.said().strip());
    }

    @Test
    void whoSignsInElsewhereThanAtFoyerIsTold() throws IOException {
        try (StubServer elsewhere = new StubServer()) {
            elsewhere.says(200, "<html>Welcome</html>");
            Path password = Files.writeString(home.resolve("password"), "s3cret");
            ExitCode code = run(
                    "login " + elsewhere.url() + " --account admin --password-file '" + password + "'",
                    "http://unused");
            String said = console.said();
            assertEquals(ExitCode.AWAY, code, said);
            assertTrue(said.startsWith(elsewhere.url() + " answers, but is no Foyer"), said);
        }
    }

    private ExitCode run(String line, String url) {
        Map<String, String> environment =
                Map.of("FOYER_URL", url, "FOYER_ACCOUNT", "admin", "FOYER_PASSWORD", "s3cret");
        return new Interpreter(new Session(console, new Folder(home.resolve("kept")), environment)).run(line);
    }
}

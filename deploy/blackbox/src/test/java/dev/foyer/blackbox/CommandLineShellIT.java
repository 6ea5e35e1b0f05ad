package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
import dev.foyer.local.http.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The typed shell, signing in, and Tab in three shells; {@code LeakIT} searches what they left. */
@DeskFoyer
class CommandLineShellIT {

    private static final String USER = "/api/v1/users/typed.upon";

    private static Path folder;
    private static CtlProcess ctl;
    private static String url;

    @BeforeAll
    static void signedIn(SharedFoyer foyer) throws IOException {
        folder = Files.createDirectories(foyer.home().resolve("typed"));
        url = foyer.foyer().page().replaceAll("/$", "");
        foyer.foyer()
                .cast()
                .admin()
                .put(
                        USER,
                        Map.of(
                                "userPrincipalName", "typed.upon@contoso.com",
                                "displayName", "Ty Pedupon",
                                "primarySmtpAddress", "typed.upon@contoso.com"));
        Answer enabled = foyer.foyer().cast().admin().post(USER + "/conferencing", Map.of());
        foyer.issued(enabled.text("pin"));
        // What foyerctl keeps is a secret of its user and lies beside the home; the file of the password goes.
        ctl = new CtlProcess(folder, Map.of()).keeping(Files.createTempDirectory("foyerctl-kept"));
        Path password = Files.createTempFile("foyerctl", "password");
        Files.writeString(password, foyer.foyer().account("admin").password());
        CtlProcess.Ended login = ctl.run("login", url, "--account", "admin", "--password-file", password.toString());
        Files.delete(password);
        assertEquals(0, login.code(), login.text());
    }

    @AfterAll
    static void forgotten() throws IOException {
        try (Stream<Path> files = Files.walk(ctl.kept())) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void aSignInIsKeptForItsOwnerAlone() throws IOException {
        Path kept = ctl.kept().resolve("profiles.json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
        CtlProcess.Ended who = ctl.run("whoami", "-o", "json");
        assertTrue(who.text().contains("\"Account\" : \"admin\"") && who.text().contains(url), who.text());
        assertEquals(
                3,
                new CtlProcess(folder, Map.of()).keeping(folder).run("whoami").code());
    }

    @Test
    @Tag("A4")
    void theShellRunsLinesAndItsHistoryHasNoPin(SharedFoyer foyer) throws Exception {
        Process shell = ctl.start();
        String typed =
                "Set-CsOnlineDialInConferencingUser typed.upon@contoso.com -ResetLeaderPin\nGet-Nothing\nuser get typed.upon\nexit\n";
        shell.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().close();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor(), said);
        Matcher pin =
                Pattern.compile("New PIN of typed.upon@contoso.com: (\\d+) ").matcher(said);
        assertTrue(pin.find(), said);
        foyer.issued(pin.group(1));
        assertTrue(said.contains("There is no cmdlet Get-Nothing") && said.contains("Ty Pedupon"), said);
        String history = Files.readString(ctl.kept().resolve("history"));
        assertTrue(history.contains("-ResetLeaderPin"), history);
        assertFalse(history.contains(pin.group(1)), history);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(ctl.kept().resolve("history"))));
    }

    /** Where Tab, the arrows and Ctrl-C are keys. */
    @Test
    void inATerminalLinesAreCompletedColouredAndRemembered() throws Exception {
        String prompt = "foyer> ";
        try (TypedTerminal shell = new TypedTerminal(ctl)) {
            shell.until("Profile default at " + Pattern.quote(url) + ".*Tab completes.*" + prompt);
            shell.type("user res\t");
            shell.until("user res.*et ");
            shell.type("\u0015get-csclientpini\t typed.upon@contoso.com | ft IsPinS\t\r");
            shell.until("\u001b\\[33mGet-CsClientPinInfo");
            shell.until("\nTrue");
            shell.until(prompt);
            shell.type("\u001bOA");
            shell.until("IsPinSet");
            shell.type("\u0003");
            shell.until(prompt);
            shell.type("history\r");
            shell.until(" \\d+  Get-CsClientPinInfo +typed.upon@contoso.com");
            shell.until(prompt);
            shell.type("cls\r");
            shell.until("\u001b\\[H\u001b\\[2J");
            shell.until(prompt);
            shell.type("exit\r");
            assertEquals(0, shell.code());
        }
    }

    /** The password is asked for where nobody sees it, and is in no file but the one. */
    @Test
    void aPasswordIsTypedUnseen(SharedFoyer foyer) throws Exception {
        String password = foyer.foyer().account("auditor").password();
        CtlProcess other = ctl.keeping(Files.createDirectories(ctl.kept().resolve("other")));
        try (TypedTerminal shell = new TypedTerminal(other)) {
            shell.until("You are not signed in; foyerctl login.*foyer> ");
            shell.type("login " + url + " --account auditor\r");
            shell.until("Password of auditor: ");
            shell.type(password + "\r");
            String said = shell.until("Signed in at .*foyer> ");
            assertFalse(said.contains(password), "the password is on the screen");
            shell.type("exit\r");
            assertEquals(0, shell.code());
        }
        assertFalse(Files.readString(other.kept().resolve("history")).contains(password));
    }

    /** Objects go to a file, and neither a PIN nor what went wrong does. */
    @Test
    @Tag("A4")
    void outputAndErrorsAreTwoStreams(SharedFoyer foyer) throws Exception {
        String[] nobody = apart("Set-CsOnlineDialInConferencingUser nobody.there -ResetLeaderPin");
        assertEquals("", nobody[0]);
        assertTrue(nobody[1].startsWith("There is no user \"nobody.there\""), nobody[1]);

        String[] reset = apart("Set-CsOnlineDialInConferencingUser typed.upon -ResetLeaderPin -Verbose -o json");
        Matcher pin = Pattern.compile("New PIN of \\S+: (\\d+) ").matcher(reset[1]);
        assertTrue(pin.find(), reset[1]);
        foyer.issued(pin.group(1));
        assertFalse(reset[0].isBlank() || reset[0].contains(pin.group(1)), reset[0]);
        assertTrue(reset[1].contains("VERBOSE: POST " + url + "/api/v1/users/"), reset[1]);
        String said = reset[1].replace(pin.group(), "");
        assertFalse(
                said.contains(pin.group(1))
                        || said.contains(foyer.foyer().account("admin").password()),
                "what is traced has neither the PIN nor what signs in");
    }

    /** What a line says on its two streams. */
    private static String[] apart(String line) throws Exception {
        Process running = ctl.builder(
                        Repository.find().root().resolve("foyerctl").toString(), "-c", line)
                .redirectErrorStream(false)
                .start();
        running.getOutputStream().close();
        String objects = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new String[] {objects, new String(running.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)};
    }

    @Test
    void tabInBashOffersWhatMayComeNext() throws Exception {
        String script =
                "source <(foyerctl completion bash); COMP_WORDS=(foyerctl user re); COMP_CWORD=2; _foyerctl; echo \"${COMPREPLY[@]}\";"
                        + " COMP_WORDS=(foyerctl Set-CsOnlineDialInConferencingUser -ResetL); _foyerctl; echo \"${COMPREPLY[@]}\"";
        assertEquals("reset\n-ResetLeaderPin\n", saidBy("bash", "-c", script));
    }

    /** In a terminal of its own, where Tab is a key. */
    @Test
    void tabInZshCompletes() throws Exception {
        String script = """
                zmodload zsh/zpty
                zpty typed zsh -f -i
                zpty -w typed "PS1='ready> '; autoload -Uz compinit; compinit -u -D; source <(foyerctl completion zsh); echo loa''ded"
                zpty -r typed said '*loaded*'
                zpty -n -w typed $'foyerctl user res\\t'
                zpty -r typed said '*foyerctl user reset*' && echo reset
                zpty -n -w typed $'\\x15foyerctl Set-CsOnlineDialInConferencingUser -ResetL\\t'
                zpty -r typed said '*-ResetLeaderPin*' && print -r -- -ResetLeaderPin
                zpty -d typed
                """;
        assertEquals("reset\n-ResetLeaderPin\n", saidBy("zsh", "-f", "-c", script));
    }

    @Test
    void tabInFishOffersWhatMayComeNextWithItsMeaning() throws Exception {
        String script = "foyerctl completion fish | source; complete -C 'foyerctl user res';"
                + " complete -C 'foyerctl Set-CsOnlineDialInConferencingUser -ResetL'";
        assertEquals(
                "reset\tGive a user another PIN; it is shown this once.\n"
                        + "-ResetLeaderPin\tA new PIN, made by Foyer; it is shown once.\n",
                saidBy("fish", "--no-config", "-c", script));
    }

    /** Skipped where that shell is not installed. */
    private static String saidBy(String... shell) throws Exception {
        boolean installed = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path).resolve(shell[0])));
        Assumptions.assumeTrue(installed, shell[0] + " is not installed");
        List<String> command = new ArrayList<>(List.of("timeout", "60"));
        command.addAll(List.of(shell));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", Repository.find().root() + ":" + System.getenv("PATH"));
        builder.environment().put("FOYERCTL_HOME", ctl.kept().toString());
        Process running = builder.start();
        running.getOutputStream().close();
        return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.http.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code foyerctl} against a running Foyer. What each example says is kept in {@code docs/command-line/transcripts.md};
 * {@code -Dtranscripts.update=true -DexcludedTests=} writes it anew.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineIT {

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    private static final String FOLDER = "command-line";

    private static final String UPDATE = "transcripts.update";
    /** Each example finds what those before it have left, so these are the first ones. */
    private static final int SOME_CMDLETS = 6;

    private static Api admin;
    private static CtlProcess ctl;
    private static Transcripts transcripts;

    @BeforeAll
    static void people() throws IOException {
        Path folder = Files.createDirectories(OWN.home().resolve(FOLDER));
        admin = OWN.foyer().cast().admin();
        CommandLinePeople.load(admin);
        ctl = as(folder, "admin");
        transcripts = new Transcripts(ctl, OWN.foyer().page().replaceAll("/$", ""));
    }

    private static CtlProcess as(Path folder, String account) {
        Map<String, String> environment = new HashMap<>();
        environment.put("FOYER_URL", OWN.foyer().page().replaceAll("/$", ""));
        environment.put("FOYER_ACCOUNT", account);
        environment.put("FOYER_PASSWORD", OWN.foyer().account(account).password());
        return new CtlProcess(folder, environment);
    }

    @Test
    @Order(0)
    void theFirstExamplesSayWhatTheirTranscriptsSay() throws IOException {
        String said = transcripts.upTo(SOME_CMDLETS);
        String kept = Files.readString(Transcripts.FILE);
        if (!Boolean.getBoolean(UPDATE)) {
            assertEquals(kept.substring(0, Math.min(said.length(), kept.length())), said);
        }
    }

    @Test
    @Order(1)
    @Tag("long")
    void everyExampleSaysWhatItsTranscriptSays() throws IOException {
        String said = transcripts.ofAllExamples();
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(Transcripts.FILE, said);
        }
        assertEquals(Files.readString(Transcripts.FILE), said);
    }

    @Test
    @Order(2)
    @Tag("A4")
    void aPinIsSaidOnceAndInNoFile() throws IOException {
        CtlProcess.Ended reset = ctl.line("Set-CsOnlineDialInConferencingUser amos.marble -ResetLeaderPin");
        Matcher pin = Pattern.compile("New PIN of amos.marble@contoso.com: (\\d{4,12}) ")
                .matcher(reset.text());
        assertTrue(pin.find(), reset.text());
        assertFalse(ctl.line("Get-CsOnlineDialInConferencingUser amos.marble")
                .text()
                .contains(pin.group(1)));
        try (Stream<Path> files = Files.walk(OWN.home().resolve(FOLDER))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file).contains(pin.group(1)), file::toString);
            }
        }
        for (String quiet : List.of(
                "Set-CsOnlineDialInConferencingUser amos.marble -ResetLeaderPin -o none",
                "Get-CsOnlineDialInConferencingUser amos.marble | Set-CsOnlineDialInConferencingUser -ResetLeaderPin",
                "Set-CsOnlineDialInConferencingUser amos.marble -ResetLeaderPin | Export-Csv reset.csv")) {
            CtlProcess.Ended ended = ctl.line(quiet);
            assertEquals(0, ended.code(), ended.text());
            assertFalse(Pattern.compile(": \\d{4,12} ").matcher(ended.text()).find(), ended.text());
        }
        CtlProcess.Ended copied = ctl.with("DISPLAY", "")
                .with("WAYLAND_DISPLAY", "")
                .with("SSH_CONNECTION", "203.0.113.7 4711 203.0.113.8 22")
                .run("user", "reset", "jun.li", "--copy");
        assertEquals(64, copied.code(), "what is written into a pipe may be kept: " + copied.text());
    }

    @Test
    @Order(3)
    void whatIfAndConfirmReallyHoldChangesBack() {
        String before = admin.get("/api/v1/users/jun.li").text("conferencing.pinSetAt");
        assertEquals(
                0,
                ctl.line("Set-CsOnlineDialInConferencingUser jun.li -ResetLeaderPin -WhatIf")
                        .code());
        CtlProcess.Ended asked = ctl.line("Set-CsOnlineDialInConferencingUser jun.li -ResetLeaderPin -Confirm");
        assertEquals(130, asked.code(), asked.text());
        assertTrue(asked.text().contains("Nobody is there to confirm, so nothing was done"), asked.text());
        assertEquals(before, admin.get("/api/v1/users/jun.li").text("conferencing.pinSetAt"));
        assertEquals(
                0,
                ctl.line("Set-CsOnlineDialInConferencingUser jun.li -ResetLeaderPin -Confirm:$false")
                        .code());
        assertFalse(before.equals(admin.get("/api/v1/users/jun.li").text("conferencing.pinSetAt")));
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource(
            delimiter = '|',
            value = {
                "Set-CsOnlineDialInConferencingUser amos.marble -ResetPin         | 64 | has no parameter -ResetPin",
                "Set-CsOnlineDialInConferencingUser amos.marble -Send             | 64 | -Send is ambiguous: -SendEmail, -SendEmailToAddress",
                "Set-CsOnlineDialInConferencingUser nobody -ResetLeaderPin        | 1  | There is no user \"nobody\" in your tenant; check the spelling.",
                "user get nobody@contoso.com                                      | 1  | There is no user \"nobody@contoso.com\" in your tenant",
                "user rest amos                                                   | 64 | foyerctl user does not know \"rest\" (did you mean reset?)",
                "Set-CsOnlineDialInConferencingTenantSettings -PinLength 3        | 1  | pinLength",
                "whoami --profile nowhere                                         | 3  | There is no profile nowhere; foyerctl login"
            })
    void whatGoesWrongIsOneSentenceAndACode(String line, int code, String words) {
        CtlProcess.Ended ended = ctl.line(line);
        assertEquals(code, ended.code(), ended.text());
        assertTrue(ended.text().contains(words), ended.text());
        assertEquals(1, ended.text().strip().lines().count(), ended.text());
    }

    @Test
    @Order(5)
    void noRightsNobodyThereAndNoSignInHaveCodesOfTheirOwn() {
        Path folder = OWN.home().resolve(FOLDER);
        String reset = "Set-CsOnlineDialInConferencingUser amos.marble -ResetLeaderPin";
        CtlProcess.Ended auditor = as(folder, "auditor").line(reset);
        assertEquals(4, auditor.code(), auditor.text());
        CtlProcess.Ended expired = ctl.with("FOYER_PASSWORD", "not this one").line(reset);
        assertEquals(3, expired.code(), expired.text());
        assertTrue(expired.text().contains("does not hold (any more); FOYER_TOKEN, or FOYER_ACCOUNT"), expired.text());
        CtlProcess.Ended away = ctl.with("FOYER_URL", "http://127.0.0.1:9").line(reset);
        assertEquals(5, away.code(), away.text());
        assertTrue(away.text().startsWith("Cannot reach http://127.0.0.1:9: nobody answers there"), away.text());
        for (CtlProcess.Ended ended : List.of(auditor, expired, away)) {
            assertEquals(1, ended.text().strip().lines().count(), ended.text());
        }
    }

    @Test
    @Order(6)
    @Tag("A5")
    void theHelpdeskResetsWithoutSeeingThePin() {
        CtlProcess.Ended reset = as(OWN.home().resolve(FOLDER), "helpdesk").run("user", "reset", "jun.li");
        assertEquals(0, reset.code(), reset.text());
        assertTrue(reset.text().contains("New PIN of jun.li@contoso.com. Mail:"), reset.text());
    }

    /** In the words of whoever gives it, also where the locale is that of cron. */
    @Test
    @Order(6)
    @Tag("G3")
    void aReasonIsSaidInAnyLanguageAndStandsInTheAudit() {
        admin.patch("/api/v1/settings", Map.of("reasons", "REQUIRED"));
        try {
            CtlProcess.Ended none = ctl.run("user", "lock", "jun.li");
            assertEquals(1, none.code(), none.text());
            assertTrue(none.text().contains("--reason"), none.text());
            String why = "perché ha perso il telefono, 李俊";
            for (String locale : List.of("C", "C.UTF-8")) {
                CtlProcess.Ended locked = ctl.with("LC_ALL", locale).run("user", "lock", "jun.li", "--reason", why);
                assertEquals(0, locked.code(), locked.text());
                CtlProcess.Ended audit = ctl.line("audit --user jun.li --type PinLocked --limit 1 -o list");
                assertTrue(audit.text().contains(why), audit.text());
                CtlProcess.Ended unlocked =
                        ctl.with("LC_ALL", locale).line("Unlock-CsClientPin 李俊 -Force --reason 'è tornato'");
                assertEquals(0, unlocked.code(), unlocked.text());
            }
        } finally {
            admin.patch("/api/v1/settings", Map.of("reasons", "OFF"));
        }
    }

    @Test
    @Order(7)
    void aTenantAsAFileIsPlannedAppliedOnceAndWatched() throws IOException {
        Path file = OWN.home().resolve(FOLDER).resolve("contoso.yaml");
        CtlProcess.Ended exported = ctl.run("tenant", "export");
        assertEquals(0, exported.code(), exported.text());
        Files.writeString(file, exported.text());
        CtlProcess.Ended same = ctl.run("tenant", "drift", "-f", "contoso.yaml");
        assertEquals(0, same.code(), same.text());

        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("pinLength: \\d+", "pinLength: 8")
                        .replaceFirst("(?m)^  organizationName: .*", "  organizationName: Contoso"));
        CtlProcess.Ended plan = ctl.run("tenant", "plan", "-f", "contoso.yaml");
        assertTrue(plan.text().contains("~ pinLength: 5 -> 8") && plan.text().contains("2 differences."), plan.text());
        assertEquals(2, ctl.run("tenant", "drift", "-f", "contoso.yaml").code());
        assertEquals(0, ctl.run("tenant", "apply", "-f", "contoso.yaml").code());
        assertEquals(
                "contoso.com is as the file says.",
                ctl.run("tenant", "apply", "-f", "contoso.yaml").text().strip());
        assertEquals("8", admin.get("/api/v1/settings").text("pinLength"));

        Files.writeString(file, Files.readString(file).replace("pinLength: 8", "pinLength: 99") + "\n");
        CtlProcess.Ended refused = ctl.run("tenant", "apply", "-f", "contoso.yaml");
        assertEquals(1, refused.code(), refused.text());
        assertTrue(refused.text().contains("Nothing was changed.\nNot done:\n  ~ pinLength: 8 -> 99"), refused.text());
    }

    @Test
    @Order(7)
    @Tag("C4")
    void numbersAndWebhooksOfAFileComeTrueOnceHoweverTheyAreWritten() throws IOException {
        Path file = OWN.home().resolve(FOLDER).resolve("hooks.yaml");
        String head = "tenant: contoso.com\nnumbers: {defaultServiceNumber: 14255550100}\nwebhooks:";
        for (String more : List.of("", ", description: Ours", ", description: null", ", paused: true")) {
            Files.writeString(
                    file, head + "\n  - {url: 'https://1.1.1.1/foyer', types: [foyer.pin.PinReset.v1]" + more + "}\n");
            CtlProcess.Ended first = ctl.run("tenant", "apply", "-f", "hooks.yaml");
            assertEquals(0, first.code(), first.text());
            assertFalse(first.text().contains("another form"), first.text());
            CtlProcess.Ended drift = ctl.run("tenant", "drift", "-f", "hooks.yaml");
            assertEquals(0, drift.code(), more + "\n" + drift.text());
        }
        Files.writeString(file, head + " []\n");
        String stays = "webhook https://1.1.1.1/foyer is not in the file and stays; --prune removes it";
        CtlProcess.Ended kept = ctl.run("tenant", "apply", "-f", "hooks.yaml");
        assertTrue(kept.text().contains(stays), kept.text());
        assertEquals(2, ctl.run("tenant", "drift", "-f", "hooks.yaml").code());
        assertEquals(
                0, ctl.run("tenant", "apply", "-f", "hooks.yaml", "--prune").code());
        assertEquals(0, ctl.run("tenant", "drift", "-f", "hooks.yaml").code());
    }

    /** Stopped by Ctrl-C in the middle and continued by the same line: everybody has one new PIN. */
    @Test
    @Order(8)
    void aBulkThatIsBrokenOffGoesOnWithoutADoubleReset() throws Exception {
        goesOnAfter("INT", "Identity");
    }

    @Test
    @Order(8)
    @Tag("long")
    void aBulkThatIsKilledGoesOnWithoutADoubleReset() throws Exception {
        goesOnAfter("KILL", "DisplayName");
    }

    private static void goesOnAfter(String signal, String property) throws Exception {
        assertEquals(
                0,
                ctl.line(
                                "Get-CsOnlineDialInConferencingUserInfo many.* | Enable-CsOnlineDialInConferencingUser -SendEmail:$false -o none")
                        .code());
        Map<String, Integer> before = CommandLinePeople.resets(admin);
        String line = "Get-CsOnlineDialInConferencingUser | Where-Object Identity -like 'many.*'"
                + " | Set-CsOnlineDialInConferencingUser -ResetLeaderPin -SendEmail | Select-Object " + property
                + " -o csv";
        Process running = ctl.start("-c", line);
        StringBuilder seen = new StringBuilder();
        try (var out = running.inputReader()) {
            String said = out.readLine();
            for (int told = 0; said != null; said = out.readLine()) {
                seen.append(said).append('\n');
                if (said.startsWith("\"") && ++told == 11) {
                    new ProcessBuilder("kill", "-" + signal, Long.toString(running.pid()))
                            .start()
                            .waitFor();
                }
            }
        }
        assertTrue(running.waitFor(60, TimeUnit.SECONDS));
        if (signal.equals("INT")) {
            assertEquals(130, running.exitValue(), seen::toString);
            assertTrue(
                    Pattern.compile(
                                    "\\d+ are done, \\d+ of \\d+ users looked at; the same line within 20 hours goes on")
                            .matcher(seen)
                            .find(),
                    seen::toString);
        }
        int made = CommandLinePeople.resets(admin).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                - before.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(made >= 10 && made < CommandLinePeople.MANY, () -> made + " of " + CommandLinePeople.MANY);

        CtlProcess.Ended rest = ctl.line(line);
        assertEquals(0, rest.code(), rest.text());
        assertTrue(rest.text().contains("were done when this line was broken off"), rest.text());
        Map<String, Integer> after = CommandLinePeople.resets(admin);
        before.forEach((user, count) -> assertEquals(count + 1, after.get(user), user));
    }

    /** Somebody resets while another one looks on, and calls while a third one watches the lobby. */
    @Test
    @Order(9)
    void whatHappensIsToldWhileItHappens() throws Exception {
        Process tail = ctl.start("tail", "--kind", "USER", "--count", "1");
        Process watch = ctl.start("meeting", "watch", "--count", "2");
        for (Process one : List.of(tail, watch)) {
            // Whoever hears nothing would be listened to for ever.
            one.onExit().completeOnTimeout(one, 2, TimeUnit.MINUTES).thenAccept(late -> {
                if (late.isAlive()) { // else what it said last could not be read any more
                    late.destroy();
                }
            });
        }
        try (var changes = tail.inputReader();
                var meetings = watch.inputReader()) {
            assertEquals("Listening; Ctrl-C ends it.", changes.readLine());
            assertEquals("Watching; Ctrl-C ends it.", meetings.readLine());
            assertEquals("Nobody waits, and no meeting runs.", meetings.readLine());
            assertEquals(0, ctl.run("user", "lock", "jun.li").code());
            String conferenceId = admin.get("/api/v1/users/jun.li").text("conferencing.conferenceId");
            Map<String, String> call = Map.of("callId", "watched", "conferenceId", conferenceId);
            OWN.foyer().cast().bridge().post("/api/v1/bridge/calls", call);
            String waits = meetings.readLine();
            OWN.foyer().cast().bridge().delete("/api/v1/bridge/calls/watched");
            String gone = meetings.readLine();

            assertTrue(changes.readLine().matches("[-0-9T:.]+Z  PinLocked +jun\\.li"));
            assertTrue(waits.endsWith("Z  " + conferenceId + " of jun.li: not started, 1 waiting, 0 joined"), waits);
            assertTrue(gone.endsWith("Z  " + conferenceId + " of jun.li: nobody is there any more"), gone);
        }
        assertTrue(tail.waitFor(1, TimeUnit.MINUTES) && watch.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, tail.exitValue());
        assertEquals(0, watch.exitValue());
        assertEquals(0, ctl.run("user", "unlock", "jun.li").code());
    }

    @Test
    @Order(9)
    void aCampaignIsWatchedUntilItIsThrough() throws IOException {
        Files.writeString(
                OWN.home().resolve(FOLDER).resolve("who.csv"), "Name,Identity\nA,many.a1@contoso.com\nB,many.a2\n");
        CtlProcess.Ended preview = ctl.run("campaign", "run", "who.csv", "--what-if");
        assertEquals(0, preview.code(), preview.text());
        assertTrue(preview.text().contains("Possible  : 2"), preview.text());
        String before = admin.get("/api/v1/users/many.a1").text("conferencing.pinSetAt");
        CtlProcess.Ended run = ctl.run("campaign", "run", "who.csv", "--action", "reset-pin");
        assertEquals(0, run.code(), run.text());
        assertTrue(run.text().contains("2 of 2, 0 failed."), run.text());
        assertFalse(before.equals(admin.get("/api/v1/users/many.a1").text("conferencing.pinSetAt")));
    }
}

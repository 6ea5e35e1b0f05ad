package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.http.Api;
import dev.foyer.local.load.DemoLoader;
import dev.foyer.local.load.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * {@code -Dtranscripts.update=true} writes it anew.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineIT {

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    private static final String FOLDER = "command-line";
    private static final int MANY = 60;

    private static Api admin;
    private static CtlProcess ctl;

    @BeforeAll
    static void people() throws IOException {
        Path folder = Files.createDirectories(OWN.home().resolve(FOLDER));
        admin = OWN.foyer().cast().admin();
        new DemoLoader(line -> {}).setNumbers(admin);
        List<Person> people = new ArrayList<>(List.of(
                new Person("amos.marble", "contoso.com", "Amos Marble", "en", "+14255550112"),
                new Person("adele.amato", "contoso.com", "Adele Amato", "it", "+390255550112"),
                new Person("jun.li", "contoso.com", "李俊", "zh", "+861055501402")));
        for (int i = 0; i < MANY; i++) {
            people.add(new Person(
                    "many." + (char) ('a' + i / 10) + i % 10,
                    "contoso.com",
                    "Zoe Many " + i,
                    "en",
                    "+1425555" + (2000 + i)));
        }
        new DemoLoader(line -> {}).load("contoso.com", admin, people);
        for (String user : List.of("amos.marble", "jun.li")) {
            assertEquals(
                    201,
                    admin.post("/api/v1/users/" + user + "/conferencing", Map.of())
                            .status());
        }
        ctl = as(folder, "admin");
    }

    private static CtlProcess as(Path folder, String account) {
        Map<String, String> environment = new HashMap<>();
        environment.put("FOYER_URL", OWN.foyer().page().replaceAll("/$", ""));
        environment.put("FOYER_ACCOUNT", account);
        environment.put("FOYER_PASSWORD", OWN.foyer().account(account).password());
        return new CtlProcess(folder, environment);
    }

    @Test
    @Order(1)
    void everyExampleSaysWhatItsTranscriptSays() throws IOException {
        String said = new Transcripts(ctl, OWN.foyer().page().replaceAll("/$", "")).ofAllExamples();
        if (Boolean.getBoolean("transcripts.update")) {
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
        assertTrue(ctl.run("user", "reset", "jun.li", "--copy").text().contains("\u001b]52;c;"));
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

    @Test
    @Order(7)
    void aTenantAsAFileIsPlannedAppliedOnceAndWatched() throws IOException {
        Path file = OWN.home().resolve(FOLDER).resolve("contoso.yaml");
        Files.writeString(file, ctl.run("tenant", "export").text());
        assertEquals(0, ctl.run("tenant", "drift", "-f", "contoso.yaml").code());

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

    /** Stopped by Ctrl-C, or killed, in the middle and continued by the same line: everybody has one new PIN. */
    @ParameterizedTest
    @Order(8)
    @CsvSource({"INT, Identity", "KILL, DisplayName"})
    void aBulkThatIsBrokenOffGoesOnWithoutADoubleReset(String signal, String property) throws Exception {
        assertEquals(
                0,
                ctl.line(
                                "Get-CsOnlineDialInConferencingUserInfo many.* | Enable-CsOnlineDialInConferencingUser -SendEmail:$false -o none")
                        .code());
        Map<String, Integer> before = resets();
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
        int made = resets().values().stream().mapToInt(Integer::intValue).sum()
                - before.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(made >= 10 && made < MANY, () -> made + " of " + MANY);

        CtlProcess.Ended rest = ctl.line(line);
        assertEquals(0, rest.code(), rest.text());
        assertTrue(rest.text().contains("were done when this line was broken off"), rest.text());
        Map<String, Integer> after = resets();
        before.forEach((user, count) -> assertEquals(count + 1, after.get(user), user));
    }

    /** How often each of the many got another PIN. */
    private static Map<String, Integer> resets() {
        Map<String, Integer> resets = new HashMap<>();
        for (int i = 0; i < MANY; i++) {
            String user = "many." + (char) ('a' + i / 10) + i % 10;
            Set<String> seen = new HashSet<>();
            admin.get("/api/v1/users/" + user + "/history").at("items").forEach(event -> {
                if (event.path("type").asText().equals("PinReset")) {
                    seen.add(event.path("id").asText());
                }
            });
            resets.put(user, seen.size());
        }
        return resets;
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

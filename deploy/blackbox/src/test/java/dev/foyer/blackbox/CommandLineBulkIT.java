package dev.foyer.blackbox;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
import dev.foyer.local.http.Api;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ten thousand users through one line, in a terminal, with Ctrl-C in the middle: each has one new PIN in the end. */
@Tag("long")
class CommandLineBulkIT {

    private static final int MANY = 10_000;
    private static final int STOPPED_AFTER = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CTRL_C = 3;

    /** An account may reset fewer in an hour, which would be another test. */
    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer("", Map.of("FOYER_RESETS_PER_ACTOR", "100000"));

    @BeforeAll
    static void people() {
        say("UserProvisioned", CommandLineBulkIT::profile);
        say("LicenseAssigned", "{\"userId\":\"%s\"}"::formatted);
        Api admin = OWN.foyer().cast().admin();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        admin.get("/api/v1/users?state=enabled").at("total").asInt() >= MANY);
    }

    private static void say(String what, UnaryOperator<String> json) {
        Map<String, String> all =
                IntStream.range(0, MANY).mapToObj(n -> "bulk-" + n).collect(toMap(id -> id, json));
        OWN.foyer().topics().sayAll("in.contoso.com.directory", "foyer.directory." + what + ".v1", all);
    }

    private static String profile(String id) {
        return """
                {"userId":"%1$s","userPrincipalName":"%1$s@contoso.com","displayName":"Bulkperson %1$s",
                 "primarySmtpAddress":"%1$s@contoso.com"}""".formatted(id);
    }

    private static Map<String, Long> resets() {
        return OWN.foyer().topics().committed("pin.events").stream()
                .filter(record -> Records.type(record).equals("foyer.pin.PinReset.v1"))
                .collect(groupingBy(Records::key, counting()));
    }

    @Test
    void tenThousandAreResetWithProgressStoppedAndContinued() throws Exception {
        Path folder = Files.createDirectories(OWN.home().resolve("bulk"));
        CtlProcess ctl = new CtlProcess(
                folder,
                Map.of(
                        "FOYER_URL", OWN.foyer().page().replaceAll("/$", ""),
                        "FOYER_ACCOUNT", "admin",
                        "FOYER_PASSWORD", OWN.foyer().account("admin").password()));
        String line = "Get-CsOnlineDialInConferencingUser | Where-Object { $_.DisplayName -like 'Bulkperson*' }"
                + " | Set-CsOnlineDialInConferencingUser -ResetLeaderPin -SendEmail -o none";

        String seen = inATerminal(ctl, line);
        assertTrue(seen.contains("[####"), "a bar");
        assertTrue(seen.contains(" min left") || seen.contains(" s left"), "how long it will take");
        assertTrue(
                Pattern.compile(
                                "\\d+ are done, \\d+ of \\d+ users looked at; the same line within 20 hours goes on from here\\.")
                        .matcher(seen)
                        .find(),
                () -> seen.substring(Math.max(0, seen.length() - 500)));
        int first = resets().size();
        assertTrue(first >= STOPPED_AFTER && first < MANY, () -> first + " of " + MANY);

        CtlProcess.Ended rest = ctl.patient(Duration.ofMinutes(30)).line(line);
        assertEquals(0, rest.code(), rest.text());
        assertTrue(rest.text().contains(first + " were done when this line was broken off"), rest.text());
        assertTrue(rest.text().contains((MANY - first) + " done, " + first + " before."), rest.text());
        Map<String, Long> all = resets();
        assertEquals(MANY, all.size());
        assertEquals(Set.of(1L), Set.copyOf(all.values()));
    }

    /** The keys are typed into a terminal that {@code script} makes, so that Ctrl-C comes from there. */
    private static String inATerminal(CtlProcess ctl, String line) throws IOException, InterruptedException {
        String command = Repository.find().root().resolve("foyerctl") + " -c \"" + line.replace("$", "\\$") + "\"";
        // A build in the background of a shell ignores SIGINT, and whoever it starts does so, too.
        Process typed = ctl.builder("env", "--default-signal=INT", "script", "-qefc", command, "/dev/null")
                .start();
        StringBuilder seen = new StringBuilder();
        Pattern done = Pattern.compile("(\\d+) done, \\d+ of \\d+ users looked at");
        byte[] some = new byte[8192];
        boolean pressed = false;
        try (InputStream screen = typed.getInputStream()) {
            for (int n = screen.read(some); n >= 0; n = screen.read(some)) {
                String came = new String(some, 0, n, StandardCharsets.UTF_8);
                seen.append(came);
                Matcher far = done.matcher(came);
                while (!pressed && far.find()) {
                    if (Integer.parseInt(far.group(1)) >= STOPPED_AFTER) {
                        typed.getOutputStream().write(CTRL_C);
                        typed.getOutputStream().flush();
                        pressed = true;
                    }
                }
            }
        }
        assertTrue(typed.waitFor(1, TimeUnit.MINUTES));
        assertEquals(130, typed.exitValue(), seen::toString);
        return seen.toString();
    }
}

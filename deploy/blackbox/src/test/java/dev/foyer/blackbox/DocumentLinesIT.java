package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foyer.local.access.BrokerUsers;
import dev.foyer.local.access.Kcat;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Repository;
import dev.foyer.local.secrets.Account;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lines that somebody copies from {@code /docs} into a shell, as they stand there; only the password is said instead of typed, and the tenant is another. */
@DeskFoyer
@Tag("F")
class DocumentLinesIT {

    private static final Pattern LINE = Pattern.compile("<code>((?:curl|kcat|echo) [^<]*)</code>");

    private static BlackBox foyer;
    private static List<String> lines;

    @BeforeAll
    static void read(SharedFoyer shared) throws IOException, InterruptedException {
        foyer = shared.foyer();
        URI page = foyer.ports().http(Endpoint.GATEWAY).resolve("/docs");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String text = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .body();
            lines = LINE.matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1)
                            .replace("&quot;", "\"")
                            .replace("&#39;", "'")
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&amp;", "&"))
                    .toList();
        }
        assertTrue(lines.size() > 50, () -> lines.size() + " lines");
    }

    private static String line(String begin, String end) {
        return lines.stream()
                .filter(one -> one.startsWith(begin) && one.endsWith(end))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line " + begin + " ... " + end + " among " + lines));
    }

    /** @return what it prints, at the end the status */
    private static String asAdmin(String line) throws IOException, InterruptedException {
        return run(line.replaceFirst("^curl -u admin", "curl -sS -w '\\\\n%{http_code}' -u \"\\$ACCOUNT\""));
    }

    private static String run(String line) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true);
        Account admin = foyer.account("admin@fabrikam"); // examples have contoso's names, which other tests have
        shell.environment().put("ACCOUNT", admin.name() + ":" + admin.password());
        Process process = shell.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), line);
        assertEquals(0, process.exitValue(), line + "\n" + printed);
        return printed;
    }

    @Test
    void aListOneUserAndAQuestionWithABody() throws IOException, InterruptedException {
        String users = asAdmin(line("curl -u admin '", "/api/v1/users'"));
        assertTrue(users.contains("\"total\"") && users.endsWith("\n200"), users);
        String provisioned = asAdmin(line("curl -u admin -X PUT -H", "/api/v1/users/amos.marble@contoso.com'"));
        assertTrue(provisioned.contains("Amos Marble") && provisioned.matches("(?s).*\n20[01]"), provisioned);
        String trial = asAdmin(line("curl -u admin -X POST -H", "/api/v1/dead-letters/replay'"));
        assertTrue(trial.contains("\"dryRun\":true") && trial.endsWith("\n200"), trial);
    }

    @Test
    void aRecordIsWrittenAndATopicRead() throws IOException, InterruptedException {
        assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v kcat").start().waitFor() == 0, "kcat is not installed here");
        String topic = "in.fabrikam.com.directory";
        String write = lines.stream()
                .filter(one -> one.startsWith("echo ") && one.contains("ce_type=foyer.directory.UserChanged.v1"))
                .findFirst()
                .orElseThrow()
                .replace("contoso.com", "fabrikam.com");
        assertTrue(write.contains(" -t " + topic + " "), write);
        long before = foyer.topics().committed(topic).size();
        runAs("fabrikam.com", write);
        assertEquals(before + 1, foyer.topics().committed(topic).size());
        Map<String, String> known = Map.of("userPrincipalName", "read.by.kcat@fabrikam.com", "displayName", "Read Out");
        assertEquals(
                201,
                foyer.cast()
                        .otherAdmin()
                        .put("/api/v1/users/read-by-kcat", known)
                        .status());
        String read = runAs(BrokerUsers.OPERATOR, line("kcat -C", " -t pin.events -e -q"));
        assertTrue(read.contains("read-by-kcat"), "the events of this user, too");
    }

    /** The block of the guide, line after line, with another tenant's names; the last line is what a bridge reads. */
    @Test
    @Tag("E2")
    @Tag("E5")
    void aWholeMeetingIsHeldWithKcatAlone() throws IOException, InterruptedException {
        assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v kcat").start().waitFor() == 0, "kcat is not installed here");
        String user = "kcat-organizer";
        Map<String, String> known =
                Map.of("userPrincipalName", user + "@fabrikam.com", "displayName", "Kcat Organizer");
        var admin = foyer.cast().otherAdmin();
        assertEquals(201, admin.put("/api/v1/users/" + user, known).status());
        String id = admin.post("/api/v1/users/" + user + "/conferencing", Map.of("reveal", false))
                .text("conferenceId");
        String guide = Files.readString(Repository.find().root().resolve("docs/guides/integrating.md"));
        int begin = guide.indexOf("\nsay() {") + 1;
        List<String> block = guide.substring(begin, guide.indexOf("```", begin))
                .replace("contoso.com", "fabrikam.com")
                .replace("4711008", id)
                .replace("u-17", user)
                .replace("c-17", "kcat-call")
                .lines()
                .toList();
        String say = block.getFirst();
        String read = block.getLast();
        List<String> becomes = List.of("CallerWaiting.v1", "CallerAdmitted.v1", "MeetingEnded.v1");
        assertEquals(becomes.size() + 2, block.size());
        for (int i = 0; i < becomes.size(); i++) {
            String event = "foyer.meeting." + becomes.get(i);
            runAs("fabrikam.com", say + "\n" + block.get(i + 1));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> runAs("fabrikam.com", read)
                            .lines()
                            .anyMatch(one -> one.contains(event) && one.contains(id)));
        }
        long admissions = runAs("fabrikam.com", read)
                .lines()
                .filter(one -> one.contains("Admitted") && one.contains("kcat-call"))
                .map(one -> one.replaceFirst(".*ce_id=([^,]+).*", "$1"))
                .distinct()
                .count();
        assertEquals(1, admissions);
    }

    /** With the file that {@code ./foyer kafka-user} writes, for as long as it runs. */
    private static String runAs(String user, String line) throws IOException, InterruptedException {
        Kcat settings = Kcat.of(foyer.home(), user);
        settings.write(foyer.ports().bootstrap(), user, new BrokerUsers(foyer.home()).password(user));
        try {
            return run(
                    line.replace(".foyer/secrets/kcat/" + user, settings.file().toString()));
        } finally {
            settings.remove(); // LeakIT hunts for passwords
        }
    }
}

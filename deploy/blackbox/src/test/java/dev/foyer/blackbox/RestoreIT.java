package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.backup.BackupFolder;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.load.People;
import dev.foyer.local.process.Component;
import dev.foyer.local.run.BackupCheck;
import dev.foyer.local.run.Supervisor;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup that is taken while everything works, and killed once; restored into a Foyer that has nothing but the keys, and killed once there,
 * too. What comes of it is what was there.
 */
@Tag("long")
class RestoreIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SCRIPTS = 40;
    private static final List<String> JOURNALS = List.of("pin.journal", "notification.journal", "meeting.journal");

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    @TempDir
    Path folder;

    @Test
    void whatWasThereComesBack() throws Exception {
        Path backup = folder.resolve("backup");
        List<String> before = new ArrayList<>();
        Instant earlier;
        // As ./foyer up says that it runs.
        Supervisor.enter(OWN.foyer().home());
        Supervisor.ready(OWN.foyer().home());
        Traffic traffic = new Traffic(OWN.foyer().cast(), pin -> {});
        String organizer = People.contoso().getFirst().userId();
        admin(OWN.foyer())
                .put("/api/v1/users/" + organizer, People.contoso().getFirst().toBody());
        OWN.foyer()
                .topics()
                .say(
                        "in.contoso.com.directory",
                        "restore-said",
                        "foyer.directory.UserProvisioned.v1",
                        "{\"userId\":\"restore-said\",\"userPrincipalName\":\"restore-said@contoso.com\",\"displayName\":\"Said\"}");
        within().until(() ->
                admin(OWN.foyer()).get("/api/v1/users/restore-said").status() == 200);

        for (String user : List.of("restore-locked", "restore-reset")) {
            assertEquals(201, provision(OWN.foyer(), user).status());
            assertEquals(
                    201,
                    admin(OWN.foyer())
                            .post("/api/v1/users/" + user + "/conferencing", Map.of("sendEmail", false))
                            .status());
        }
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<? extends Future<?>> scripts = IntStream.range(0, SCRIPTS)
                    .boxed()
                    .flatMap(n -> Stream.of(
                            clients.submit(() -> traffic.user(n)), clients.submit(() -> traffic.meeting(n, organizer))))
                    .toList();
            within().until(() -> traffic.count() >= SCRIPTS);
            // Only now: the more attempts there were, the longer it waits for the next one, also after a restore.
            aMailThatCannotLeave();
            earlier = Instant.now();
            assertEquals(
                    204,
                    admin(OWN.foyer())
                            .post("/api/v1/users/restore-locked/pin/lock", Map.of())
                            .status());
            assertEquals(
                    200,
                    admin(OWN.foyer())
                            .post("/api/v1/users/restore-reset/pin/reset", Map.of("sendEmail", false))
                            .status());
            killedIn(OWN.home(), "records.", "backup", backup.toString());
            assertFalse(Files.exists(backup.resolve("manifest.json")));
            List<String> said = done(OWN.home(), 0, "backup", backup.toString());
            assertTrue(said.stream().anyMatch(line -> line.contains("is whole")), said::toString);
            for (Future<?> script : scripts) {
                script.get();
            }
        }
        // Lost with all that came after the backup.
        assertEquals(201, provision(OWN.foyer(), "restore-late").status());
        new BackupCheck(OWN.foyer().ports(), OWN.foyer().home(), before::add).agrees(new BackupFolder(backup), earlier);
        assertTrue(new BackupCheck(OWN.foyer().ports(), OWN.foyer().home(), line -> {})
                .agrees(new BackupFolder(backup), null));
        noSecretIsIn(backup);
        OWN.foyer().close();

        asOfTheBackup(backup);
        asOfEarlier(backup, earlier, before);
    }

    private void asOfTheBackup(Path backup) throws Exception {
        Path home = Files.createDirectories(folder.resolve("restored"));
        List<String> refused = done(home, 1, "restore", backup.toString());
        assertTrue(refused.toString().contains("pepper-1 of pepper.json"), refused::toString);
        copySecrets(home);
        killedIn(home, "pin.events: ", "restore", backup.toString());
        List<String> said = done(home, 0, "restore", backup.toString());
        assertTrue(
                said.toString().contains("What happened to PINs after that is lost")
                        || said.toString().contains("knows of no PIN"),
                said::toString);
        assertTrue(done(home, 1, "restore", backup.toString()).toString().contains("not empty"));

        try (BlackBox foyer = BlackBox.start(home)) {
            List<String> found = new ArrayList<>();
            assertTrue(
                    new BackupCheck(foyer.ports(), foyer.home(), found::add).agrees(new BackupFolder(backup), null),
                    found::toString);
            assertEquals(
                    9,
                    found.stream().filter(line -> line.endsWith(": the same")).count(),
                    found::toString);
            found.forEach(System.out::println);
            assertTrue(foyer.journalsAgree(System.out::println));
            for (String name : JOURNALS) {
                Journal journal = Journal.read(foyer.topics(), name);
                assertEquals(List.of(), journal.commandsDoneTwice(), name);
                assertEquals(List.of(), journal.brokenSequences(), name);
            }
            assertEquals(404, admin(foyer).get("/api/v1/users/restore-late").status());
            aMailThatWasOnItsWayWaits(foyer);
            // Whoever writes next is understood.
            foyer.topics()
                    .say(
                            "in.contoso.com.directory",
                            "restore-next",
                            "foyer.directory.UserProvisioned.v1",
                            "{\"userId\":\"restore-next\",\"userPrincipalName\":\"restore-next@contoso.com\",\"displayName\":\"Next\"}");
            within().until(() -> admin(foyer).get("/api/v1/users/restore-next").status() == 200);
        }
    }

    private void asOfEarlier(Path backup, Instant earlier, List<String> before) throws Exception {
        Path home = Files.createDirectories(folder.resolve("earlier"));
        copySecrets(home);
        List<String> said = done(home, 0, "restore", backup.toString(), "--until", earlier.toString());
        assertTrue(said.stream().anyMatch(line -> line.endsWith("reset")), said::toString);
        assertTrue(said.stream().anyMatch(line -> line.endsWith("contoso.com/restore-locked  locked")), said::toString);
        // Told once more where it outlives the terminal, and as a campaign takes it.
        List<String> lost = Files.readAllLines(home.resolve("lost-pins/lost-pins.csv"));
        assertTrue(
                lost.stream().anyMatch(line -> line.startsWith("contoso.com,restore-locked,locked,")), lost::toString);
        List<String> campaign = Files.readAllLines(home.resolve("lost-pins/contoso.com.reset-pin.csv"));
        assertEquals("userId", campaign.getFirst());
        assertTrue(campaign.contains("restore-reset") && !campaign.contains("restore-locked"), campaign::toString);
        try (BlackBox foyer = BlackBox.start(home)) {
            List<String> after = new ArrayList<>();
            new BackupCheck(foyer.ports(), foyer.home(), after::add).agrees(new BackupFolder(backup), earlier);
            assertEquals(
                    before.stream().sorted().toList(), after.stream().sorted().toList());
            assertNotEquals(List.of(), after);
            assertTrue(foyer.journalsAgree(System.out::println));
        }
    }

    private static void aMailThatCannotLeave() {
        OWN.foyer().kill(Component.SINK);
        assertEquals(201, provision(OWN.foyer(), "restore-mail").status());
        assertEquals(
                201,
                admin(OWN.foyer())
                        .post("/api/v1/users/restore-mail/conferencing", Map.of("sendEmail", true))
                        .status());
        within().until(() -> ledger(OWN.foyer()).equals("QUEUED"));
    }

    private static void aMailThatWasOnItsWayWaits(BlackBox foyer) {
        within().untilAsserted(() -> assertEquals("HELD", ledger(foyer)));
        Answer mail = mail(foyer);
        assertEquals("RESTORED", mail.body().path("items").get(0).path("reason").asText(), mail::toString);
        String id = mail.body().path("items").get(0).path("id").asText();
        assertEquals(
                202,
                admin(foyer)
                        .post("/api/v1/notifications/" + id + "/send", Map.of())
                        .status());
        within().untilAsserted(() ->
                assertEquals("SENT", ledger(foyer), () -> mail(foyer).toString()));
    }

    private static Answer mail(BlackBox foyer) {
        return admin(foyer).get("/api/v1/notifications?user=restore-mail");
    }

    private static String ledger(BlackBox foyer) {
        return mail(foyer).body().path("items").path(0).path("status").asText();
    }

    private static Answer provision(BlackBox foyer, String user) {
        return admin(foyer)
                .put(
                        "/api/v1/users/" + user,
                        Map.of(
                                "userPrincipalName",
                                user + "@contoso.com",
                                "displayName",
                                user,
                                "primarySmtpAddress",
                                user + "@contoso.com",
                                "preferredLanguage",
                                "en"));
    }

    private static Api admin(BlackBox foyer) {
        return foyer.cast().admin();
    }

    private static ConditionFactory within() {
        return Awaitility.await().atMost(PATIENCE);
    }

    private static void noSecretIsIn(Path backup) throws IOException {
        SecretHunt hunt = new SecretHunt(OWN.foyer().home());
        hunt.learn();
        try (Stream<Path> files = Files.walk(backup)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = Files.readAllBytes(file);
                if (file.toString().endsWith(".gz")) {
                    content = new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes();
                }
                assertEquals(Set.of(), hunt.in(content), file::toString);
            }
        }
    }

    private static void copySecrets(Path home) throws IOException {
        Path from = OWN.home().resolve("secrets");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = home.resolve("secrets").resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }

    /** Ends it as kill -9 does, as soon as it has said that. */
    private static void killedIn(Path home, String said, String... arguments) throws Exception {
        Process process = start(home, arguments);
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.contains(said)) {
                line = output.readLine();
            }
            assertTrue(line != null, () -> "it never said " + said);
            process.destroyForcibly().waitFor();
        }
    }

    private static List<String> done(Path home, int status, String... arguments) throws Exception {
        Process process = start(home, arguments);
        List<String> said = process.inputReader().lines().toList();
        assertEquals(status, process.waitFor(), said::toString);
        return said;
    }

    private static Process start(Path home, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.foyer.local.Foyer"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FOYER_HOME", home.toString());
        Ports ports = Ports.read(new Home(home)).orElseGet(Ports::free);
        for (Endpoint endpoint : Endpoint.values()) {
            builder.environment().put(endpoint.variable(), Integer.toString(ports.of(endpoint)));
        }
        return builder.start();
    }
}

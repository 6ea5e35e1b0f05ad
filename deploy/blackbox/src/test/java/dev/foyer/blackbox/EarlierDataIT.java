package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.demo.Story;
import dev.foyer.local.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data that an earlier commit wrote (see {@code earlier-data/README.md}) starts with this one: journals, snapshots and the
 * gateway's index are read, ignored or rebuilt, and nobody notices. First, because the services
 * leave their startup archives when it stops them.
 */
@Order(1)
@Tag("long")
class EarlierDataIT {

    private static final String STORED = "/earlier-data/271bdc3.zip";
    private static final String USER = "/api/v1/users/earlier";

    /** What the earlier commit issued to that user, kept in the README beside the data. */
    private static final String PIN = "01300";

    private static final String CONFERENCE_ID = "5069645";

    @TempDir
    static Path home;

    private static BlackBox foyer;

    @BeforeAll
    static void start() throws IOException {
        unpack();
        foyer = BlackBox.start(home);
    }

    @AfterAll
    static void stop() {
        if (foyer != null) {
            foyer.close();
        }
    }

    @Test
    void journalsAndSnapshotsAgree() {
        List<String> lines = new ArrayList<>();
        assertTrue(foyer.journalsAgree(lines::add), () -> String.join("\n", lines));
        lines.forEach(System.out::println);
        assertFalse(lines.isEmpty());
    }

    @Test
    void aPinOfThatTimeStillOpens() {
        Answer user = foyer.cast().admin().get(USER);
        assertEquals(CONFERENCE_ID, user.text("conferencing.conferenceId"), user::toString);
        Map<String, String> call = Map.of("callId", "earlier-1", "conferenceId", CONFERENCE_ID);
        assertEquals(
                "LOBBY",
                foyer.cast().bridge().post("/api/v1/bridge/calls", call).text("state"));
        Answer keyedIn = foyer.cast().bridge().post("/api/v1/bridge/calls/earlier-1/organizer-pin", Map.of("pin", PIN));
        assertEquals("true", keyedIn.text("leader"), keyedIn::toString);
        assertEquals(
                204,
                foyer.cast().bridge().delete("/api/v1/bridge/calls/earlier-1").status());
    }

    @Test
    void whoWasLockedIsStillLocked() {
        Answer user = foyer.cast().admin().get("/api/v1/users/earlier-locked");
        assertTrue(user.at("conferencing.lock").isObject(), user::toString);
    }

    /** Nobody asked for the name of who was there before names were reserved; it is that user's all the same. */
    @Test
    @Tag("G5")
    void aNameOfThatTimeIsNobodyElses() {
        String name = foyer.cast().admin().get(USER).text("userPrincipalName");
        foyer.topics().say("in.contoso.com.directory", "later", "foyer.directory.UserProvisioned.v1", """
                {"userId":"later","userPrincipalName":"%s","displayName":"Later"}""".formatted(
                        name.toUpperCase(Locale.ROOT)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> foyer.cast().admin().get("/api/v1/users/later").status() == 200);
        assertEquals("later", foyer.cast().admin().get("/api/v1/users/later").text("userPrincipalName"));
        assertEquals(
                "earlier", foyer.cast().admin().get("/api/v1/users/" + name).text("userId"));
        foyer.cast().admin().delete("/api/v1/users/later");
    }

    @Test
    void theDemoPasses() {
        List<String> lines = new ArrayList<>();
        assertTrue(new Story(lines::add).play(foyer.cast()), () -> String.join("\n", lines));
    }

    private static void unpack() throws IOException {
        try (InputStream stored = EarlierDataIT.class.getResourceAsStream(STORED);
                ZipInputStream zip = new ZipInputStream(stored)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = home.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }
}

package dev.foyer.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets another PIN by which campaign, after what a restore has lost. */
class LostPinsTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whoHasAPinThatDoesNotWorkIsInTheFileOfACampaign() throws IOException {
        LostPins lost = LostPins.write(
                losses(
                        "contoso.com/a reset",
                        "contoso.com/a reset",
                        "contoso.com/b enabled",
                        "fabrikam.com/c, \"d\" reset",
                        "contoso.com/e locked",
                        "contoso.com/f reset",
                        "contoso.com/f disabled",
                        "contoso.com/g disabled",
                        "contoso.com/g enabled",
                        "contoso.com/b reset"),
                folder);
        assertEquals(
                Map.of(
                        folder.resolve("contoso.com.reset-pin.csv"), "reset-pin",
                        folder.resolve("contoso.com.enable.csv"), "enable",
                        folder.resolve("fabrikam.com.reset-pin.csv"), "reset-pin"),
                lost.campaigns());
        assertEquals(List.of("userId", "a", "g"), lines("contoso.com.reset-pin.csv"));
        assertEquals(List.of("userId", "b"), lines("contoso.com.enable.csv"));
        assertEquals(List.of("userId", "\"c, \"\"d\"\"\""), lines("fabrikam.com.reset-pin.csv"));
        assertEquals("tenant,userId,what,at", Files.readAllLines(lost.all()).getFirst());
        assertTrue(Files.readAllLines(lost.all()).contains("contoso.com,e,locked,2026-11-27T12:00:04Z"));
        assertEquals(11, Files.readAllLines(lost.all()).size());
    }

    @Test
    void whatAnAttemptHasLeftThatWasKilledIsNotTakenForOurs() throws IOException {
        LostPins.write(losses("contoso.com/a reset"), folder);
        LostPins lost = LostPins.write(List.of(), folder);
        assertEquals(Map.of(), lost.campaigns());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(lost.all()), files.toList());
        }
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    private static List<Losses.Loss> losses(String... told) {
        return IntStream.range(0, told.length)
                .mapToObj(number -> new Losses.Loss(
                        NOON.plusSeconds(number),
                        told[number].substring(0, told[number].lastIndexOf(' ')),
                        told[number].substring(told[number].lastIndexOf(' ') + 1)))
                .toList();
    }
}

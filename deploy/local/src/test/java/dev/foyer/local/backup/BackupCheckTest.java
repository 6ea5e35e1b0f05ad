package dev.foyer.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.CannotRun;
import dev.foyer.local.run.BackupCheck;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to be the same was compared. */
class BackupCheckTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final List<Manifest.States> NUMBERS =
            List.of(new Manifest.States(0, 3, 7, "aa"), new Manifest.States(1, 2, 5, "bb"));

    private final List<String> said = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void theSameNumbersAgreeAndAnotherOneDoesNot() {
        assertTrue(agrees(NUMBERS, NUMBERS, Optional.empty(), null));
        assertEquals(
                2, said.stream().filter(line -> line.endsWith(": the same")).count());
        List<Manifest.States> other = List.of(NUMBERS.getFirst(), new Manifest.States(1, 2, 5, "cc"));
        assertFalse(agrees(NUMBERS, other, Optional.empty(), null));
        assertFalse(agrees(NUMBERS, NUMBERS.subList(0, 1), Optional.empty(), null), "A partition that is not there");
    }

    @Test
    void whereNothingCanBeComparedNothingIsTheSame() {
        assertFalse(agrees(List.of(), NUMBERS, Optional.empty(), null));
        assertTrue(said.getLast().contains("nothing is known to be the same"), said::toString);
    }

    @Test
    void ofAnEarlierMomentNumbersAreOnlyShownToWhoAsksForThem() {
        Instant earlier = NOON.minusSeconds(60);
        assertTrue(agrees(NUMBERS, NUMBERS, Optional.empty(), earlier));
        assertTrue(said.getLast().contains("nothing is compared"), said::toString);

        Optional<Restored> restored = Optional.of(new Restored(earlier, Map.of("pin-service", List.of(1L, 1L))));
        assertTrue(agrees(NUMBERS, NUMBERS, restored, earlier));
        assertFalse(agrees(NUMBERS, NUMBERS, restored, null), "Exit code 0 would say that it was compared");
        assertTrue(said.getLast().contains("--until " + earlier), said::toString);
    }

    @Test
    void whatWasRestoredIsNotShownAsOfAnotherMoment() {
        Optional<Restored> restored = Optional.of(new Restored(NOON, Map.of("pin-service", List.of(1L, 1L))));
        assertTrue(agrees(NUMBERS, NUMBERS, restored, null));
        assertThrows(CannotRun.class, () -> agrees(NUMBERS, NUMBERS, restored, NOON.minusSeconds(1)));
    }

    private boolean agrees(
            List<Manifest.States> then, List<Manifest.States> now, Optional<Restored> restored, Instant until) {
        BackupFolder backup = new BackupFolder(folder.resolve("backup-" + said.size()));
        List<Manifest.Part> parts =
                List.of(new Manifest.Part(0, 0, 0, 0, null, null), new Manifest.Part(1, 0, 0, 0, null, null));
        backup.begin();
        backup.end(new Manifest(
                Manifest.FORMAT,
                "0.1.0",
                "cluster",
                NOON,
                List.of(new Manifest.Topic("pin.journal", "id", Map.of(), parts)),
                Map.of(),
                List.of(),
                Map.of(),
                then.isEmpty() ? Map.of() : Map.of("pin-service", then)));
        return new BackupCheck((service, ends) -> now, restored, said::add).agrees(backup, until);
    }
}

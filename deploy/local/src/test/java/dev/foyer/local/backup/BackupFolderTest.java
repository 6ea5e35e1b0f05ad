package dev.foyer.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    Path parent;

    private BackupFolder folder() {
        return new BackupFolder(parent.resolve("backup"));
    }

    @Test
    void withoutItsLastFileItIsNoBackupAndMayBeTakenAgain() throws IOException {
        folder().begin();
        Manifest.Topic half = written("pin.journal", at(1));
        assertTrue(
                assertThrows(CannotRun.class, folder()::manifest).getMessage().contains("take it again"));
        folder().begin();
        assertFalse(Files.exists(folder().file(half.parts().getFirst().file())));
        folder().end(manifest(written("pin.journal", at(1), at(2))));
        assertEquals(
                2, folder().manifest().topics().getFirst().parts().getFirst().records());
    }

    @Test
    void aBackupIsNeverOverwrittenAndNobodyElsesFilesAreTouched() throws IOException {
        folder().begin();
        folder().end(manifest(written("pin.journal", at(1))));
        assertTrue(assertThrows(CannotRun.class, folder()::begin).getMessage().contains("already"));
        Path other = Files.createDirectories(parent.resolve("other"));
        Files.writeString(other.resolve("letter.txt"), "dear");
        assertThrows(CannotRun.class, () -> new BackupFolder(other).begin());
        assertEquals("dear", Files.readString(other.resolve("letter.txt")));
    }

    @Test
    void whatIsNotAsItWasWrittenIsFoundOut() throws IOException {
        folder().begin();
        Manifest manifest = manifest(written("pin.journal", at(1), at(2)));
        folder().check(manifest);
        Path file =
                folder().file(manifest.topics().getFirst().parts().getFirst().file());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));
        assertThrows(CannotRun.class, () -> folder().check(manifest));
        assertThrows(CannotRun.class, () -> RecordFile.read(file, record -> {}));
        Files.delete(file);
        assertThrows(CannotRun.class, () -> folder().check(manifest));
    }

    @Test
    void recordsComeBackAsTheyWere() throws IOException {
        folder().begin();
        StoredRecord odd = new StoredRecord(
                4711, 5, null, null, List.of(new StoredRecord.Field("h", null), new StoredRecord.Field("h", new byte[] {
                    0, -1
                })));
        Manifest.Topic topic = written("x", odd);
        List<StoredRecord> read = new ArrayList<>();
        RecordFile.read(folder().file(topic.parts().getFirst().file()), read::add);
        assertEquals(4711, read.getFirst().offset());
        assertNull(read.getFirst().key());
        assertNull(read.getFirst().value());
        assertNull(read.getFirst().headers().getFirst().value());
        assertArrayEquals(
                new byte[] {0, -1}, read.getFirst().headers().getLast().value());
    }

    @Test
    void aJournalEndsWhereTheMomentIsOver() throws IOException {
        assertEquals(List.of(1L, 2L), kept("pin.journal", Map.of(), at(1), at(2), at(20), at(3)));
    }

    @Test
    void ofOtherTopicsEachRecordCountsForItself() throws IOException {
        assertEquals(List.of(1L, 2L, 3L), kept("pin.events", Map.of(), at(1), at(2), at(20), at(3)));
    }

    @Test
    void whatTenantsSaidIsKeptWhole() throws IOException {
        assertEquals(List.of(1L, 20L, 3L), kept("in.contoso.com.directory", Map.of(), at(1), at(20), at(3)));
    }

    @Test
    void whatWasOverwrittenSinceIsBetterThanNothing() throws IOException {
        assertEquals(
                List.of(1L, 21L),
                kept(
                        "tenant.settings",
                        Map.of("cleanup.policy", "compact"),
                        of("a", 1),
                        of("a", 20),
                        of("b", 21),
                        of("b", 22)));
    }

    @Test
    void snapshotsAreMadeAnew() throws IOException {
        assertEquals(List.of(), kept("pin.snapshots", Map.of(), at(1)));
    }

    /** Minutes; the moment is ten past noon. */
    private List<Long> kept(String topic, Map<String, String> settings, StoredRecord... records) throws IOException {
        folder().begin();
        Manifest.Topic written = written(topic, records);
        Manifest.Topic with = new Manifest.Topic(topic, "id", settings, written.parts());
        List<Long> kept = new ArrayList<>();
        new Moment(NOON.plusSeconds(600))
                .read(folder(), with, with.parts().getFirst(), record -> kept.add(record.offset()));
        return kept;
    }

    private static StoredRecord at(long minute) {
        return of("k", minute);
    }

    private static StoredRecord of(String key, long minute) {
        return new StoredRecord(
                minute, NOON.plusSeconds(60 * minute).toEpochMilli(), key.getBytes(UTF_8), new byte[] {1}, List.of());
    }

    private Manifest.Topic written(String topic, StoredRecord... records) throws IOException {
        String name = BackupFolder.fileOf(topic, 0);
        try (RecordFile.Writer writer = new RecordFile.Writer(folder().file(name))) {
            for (StoredRecord record : records) {
                writer.add(record);
            }
        }
        Manifest.Part part =
                new Manifest.Part(0, 0, 100, records.length, name, BackupFolder.sha256(folder().file(name)));
        return new Manifest.Topic(topic, "id", Map.of(), List.of(part));
    }

    private static Manifest manifest(Manifest.Topic... topics) {
        return new Manifest(
                Manifest.FORMAT, "0.1.0", "cluster", NOON, List.of(topics), Map.of(), List.of(), Map.of(), Map.of());
    }
}

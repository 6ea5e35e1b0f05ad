package dev.foyer.service.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file says is in force when it is good, and only then. */
class WatchedFileTest {

    @TempDir
    Path folder;

    private final List<String> read = new ArrayList<>();
    private Path file;
    private WatchedFile<String> watched;

    @BeforeEach
    void begin() throws IOException {
        file = Files.writeString(folder.resolve("f"), "one");
        watched = new WatchedFile<>(file, "The file", this::read);
    }

    @Test
    void aChangeIsInForceAfterTheNextLook() throws IOException {
        assertEquals("one", watched.get());
        Files.writeString(file, "two");
        assertEquals("one", watched.get());
        watched.look();
        assertEquals("two", watched.get());
        assertEquals(List.of("one after nothing", "two after one"), read);
    }

    @Test
    void whatIsTheSameIsNotReadAgainWhateverItsTimesSay() throws IOException {
        String before = watched.get();
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        watched.look();
        assertSame(before, watched.get());
        assertEquals(1, read.size());
    }

    @Test
    void aChangeIsSeenAlsoWhenSizeAndTimesAreTheSame() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, time);
        watched.look();
        assertEquals("two", watched.get());
    }

    @Test
    void whatIsBadChangesNothingAndIsVisibleUntilItIsGood() throws IOException {
        Files.writeString(file, "bad");
        watched.look();
        watched.look();
        assertEquals("one", watched.get());
        assertEquals(Optional.of("The file is bad."), watched.problem());
        assertEquals(2, read.size(), "a bad file is tried once");
        Files.writeString(file, "one");
        watched.look();
        assertEquals(Optional.empty(), watched.problem());
    }

    @Test
    void aFileThatGoesAndComesBackIsLookedAtAnew() throws IOException {
        Files.writeString(file, "bad");
        watched.look();
        Files.delete(file);
        watched.look();
        assertEquals("one", watched.get());
        assertEquals(Optional.of("The file cannot be read."), watched.problem());
        Files.writeString(file, "bad");
        watched.look();
        assertEquals(Optional.of("The file is bad."), watched.problem());
    }

    @Test
    void aBugOfTheReaderSaysNothingOfTheContent() throws IOException {
        Files.writeString(file, "bug");
        watched.look();
        assertEquals(Optional.of("The file cannot be used (IllegalArgumentException)."), watched.problem());
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
        watched.look();
        assertEquals(Optional.of("The file is no text."), watched.problem());
        assertEquals("one", watched.get());
    }

    @Test
    void aBadFileStopsTheStart() {
        Path missing = folder.resolve("missing");
        var stopped =
                assertThrows(IllegalStateException.class, () -> new WatchedFile<>(missing, "The file", this::read));
        assertEquals("The file cannot be read.", stopped.getMessage());
    }

    private String read(String content, Optional<String> inForce) {
        read.add(content + " after " + inForce.orElse("nothing"));
        return switch (content) {
            case "bad" -> throw new IllegalStateException("The file is bad.");
            case "bug" -> throw new IllegalArgumentException("quotes " + content);
            default -> content;
        };
    }
}

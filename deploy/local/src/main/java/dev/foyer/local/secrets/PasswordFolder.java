package dev.foyer.local.secrets;

import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with a file for each name, which holds a generated password and nothing else. Mode 700, files 600. */
public final class PasswordFolder {

    private static final int LENGTH = 40;

    private final SecretFolder folder;

    /** @param folder created when it is missing */
    public PasswordFolder(Path folder) {
        this.folder = new SecretFolder(folder);
    }

    /** The password of that name, made when there is none. */
    public String of(String name) {
        try {
            return Files.readString(folder.writeOnce(name, () -> RandomText.ofLength(LENGTH)))
                    .strip();
        } catch (IOException e) {
            throw new CannotRun("The password in " + file(name) + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** All names that have a file. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder.path(""))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".")) // a draft
                    .toList();
        } catch (IOException e) {
            throw new CannotRun("The passwords in " + folder.path("") + " cannot be listed: " + e.getMessage(), e);
        }
    }

    /** Where the password of that name is or would be. */
    public Path file(String name) {
        return folder.path(name);
    }

    /** Forgets it, if there is one. */
    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new CannotRun("The password in " + file(name) + " cannot be removed: " + e.getMessage(), e);
        }
    }
}

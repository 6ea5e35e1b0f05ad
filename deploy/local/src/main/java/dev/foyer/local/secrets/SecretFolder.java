package dev.foyer.local.secrets;

import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A folder of mode 700 with files of mode 600. A file appears whole or not at all. */
public final class SecretFolder {

    private final Path root;

    /** @param root created when it is missing; throws {@link CannotRun} when it cannot be */
    public SecretFolder(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** Leaves an existing file as it is. */
    Path writeOnce(String name, Supplier<String> content) {
        return Files.exists(path(name)) ? path(name) : write(name, content.get());
    }

    /** Replaces a file, or makes it. */
    public Path write(String name, String content) {
        try {
            // Temporary files are created with mode 600, so there is no moment in which others could read it.
            Path draft = Files.createTempFile(root, "." + name, ".new");
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(draft, content);
            return Files.move(draft, path(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    private CannotRun cannot(IOException e) {
        return new CannotRun("Foyer cannot keep its secrets in " + root + ": " + e.getMessage(), e);
    }
}

package dev.foyer.ctl.client;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where profiles, history and broken-off runs are kept: all of it readable for its owner alone. */
public final class Folder {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path root;

    public Folder(Path root) {
        this.root = root;
    }

    /** {@code FOYERCTL_HOME}, else {@code foyerctl} in the user's folder for settings. */
    public static Folder of(Map<String, String> environment) {
        if (environment.containsKey("FOYERCTL_HOME")) {
            return new Folder(Path.of(environment.get("FOYERCTL_HOME")));
        }
        String settings = environment.get("XDG_CONFIG_HOME");
        Path home = Path.of(System.getProperty("user.home"));
        return new Folder((settings == null ? home.resolve(".config") : Path.of(settings)).resolve("foyerctl"));
    }

    /** A file of this folder, whether it is there or not. */
    public Path file(String name) {
        return root.resolve(name);
    }

    /** Makes the folder if need be, for its owner alone. */
    public void make() {
        try {
            Files.createDirectories(root, attributes("rwx------"));
        } catch (IOException e) {
            throw cannot("make", root, e);
        }
    }

    /** Its text, if it is there. What others may read is no secret any more: that is refused as ssh does. */
    public Optional<String> readSecret(String name) {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (POSIX && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new CtlException(
                        ExitCode.NOT_SIGNED_IN,
                        "Others may read " + file + ", which has secrets: chmod 600 it, and change the passwords if"
                                + " others did.");
            }
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw cannot("read", file, e);
        }
    }

    /** Replaces it as a whole. */
    public void writeSecret(String name, String text) {
        make();
        Path file = file(name);
        try {
            Path draft = Files.createTempFile(root, name, ".new", attributes("rw-------"));
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw cannot("write", file, e);
        }
    }

    /** Held until it is closed; who comes meanwhile waits. */
    public interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    /** For one program at a time, whichever of those of this user it is. */
    public Lock lock(String name) {
        Path file = secretFile(name);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            channel.lock();
            return () -> {
                try {
                    channel.close();
                } catch (IOException e) {
                    throw cannot("unlock", file, e);
                }
            };
        } catch (IOException e) {
            throw cannot("lock", file, e);
        }
    }

    /** Makes an empty file for its owner alone, if it is not there. */
    public Path secretFile(String name) {
        make();
        Path file = file(name);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, attributes("rw-------"));
            }
            return file;
        } catch (FileAlreadyExistsException _) {
            // Another program has just made it.
            return file;
        } catch (IOException e) {
            throw cannot("make", file, e);
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static CtlException cannot(String what, Path file, IOException e) {
        return new CtlException(
                ExitCode.REFUSED,
                "Cannot " + what + " " + file + " (" + e.getClass().getSimpleName() + "): check its folder.");
    }
}

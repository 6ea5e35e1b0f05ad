package dev.foyer.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/**
 * The loaded classes of a service, kept from its first clean end after a build: later starts take half the time. Nothing
 * depends on it: the JVM starts without an archive that does not fit, and whatever goes wrong here is passed over.
 */
public final class StartupArchive {

    private static final List<String> QUIET = List.of("-Xlog:cds*=off", "-Xlog:aot*=off");

    private final Path archive;
    private final Path draft;
    private final boolean usable;

    private StartupArchive(Path archive, boolean usable) {
        this.archive = archive;
        this.draft = archive.resolveSibling(archive.getFileName() + "." + UUID.randomUUID() + ".new");
        this.usable = usable;
    }

    /** That of a runnable jar, beside the folder in which it lies, so that cleaning the module removes it. */
    public static StartupArchive of(Path jar) {
        Path archive = jar.getParent().resolveSibling("startup").resolve("classes.jsa");
        return new StartupArchive(archive, isNewer(archive, jar));
    }

    /** What the JVM is told: to use the archive, or to write one when it ends by itself or is asked to. */
    public List<String> flags() {
        try {
            Files.createDirectories(archive.getParent());
        } catch (IOException e) {
            return List.of();
        }
        String flag = usable ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + draft;
        return List.of(flag, QUIET.getFirst(), QUIET.getLast());
    }

    /** After the end of the process. Several that end at once each have a draft of their own; the last one stays. */
    void keep(boolean clean) {
        try {
            if (clean && Files.exists(draft)) {
                Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            // The next start is as slow as this one was.
        }
    }

    private static boolean isNewer(Path archive, Path jar) {
        try {
            return Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            return false;
        }
    }
}

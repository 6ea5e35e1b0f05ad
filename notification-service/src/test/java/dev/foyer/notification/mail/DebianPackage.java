package dev.foyer.notification.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The files of one of Debian's packages, fetched and unpacked and not installed: two mail servers cannot be installed beside each other,
 * and nothing of the machine shall change for a test.
 */
final class DebianPackage {

    private DebianPackage() {}

    /** @return empty where there is no {@code apt-get}, or nothing to be fetched with it */
    static Optional<Path> unpacked(String name, Path folder) throws IOException, InterruptedException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (!run(folder, List.of("apt-get", "download", name))) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> archive =
                    files.filter(file -> file.toString().endsWith(".deb")).findFirst();
            return archive.isPresent()
                            && run(
                                    folder,
                                    List.of("dpkg-deb", "-x", archive.get().toString(), "."))
                    ? Optional.of(folder)
                    : Optional.empty();
        }
    }

    private static boolean run(Path folder, List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            folder.resolve("log-of-" + command.getFirst()).toFile())
                    .start();
            if (process.waitFor(2, TimeUnit.MINUTES)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}

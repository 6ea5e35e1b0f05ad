package dev.foyer.local.process;

import dev.foyer.local.CannotRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * What the JVM of one component knows of its program before it starts: its classes, loaded and linked, and which of its
 * methods were busy when this was recorded, so that they are compiled early. It fits one JDK, one set of flags and one set
 * of jars. Nothing depends on it: the JVM starts without a cache that does not fit, and says so in the component's log.
 */
public final class AotCache {

    private final Path file;
    private final Path jar;

    private AotCache(Path file, Path jar) {
        this.file = file;
        this.jar = jar;
    }

    /**
     * The one of that component.
     *
     * @param jar its program, with all other jars named in the manifest
     * @param target of the module, so that cleaning it removes the cache
     */
    public static AotCache of(String component, Path jar, Path target) {
        return new AotCache(target.resolve("startup").resolve(component + ".aot"), jar);
    }

    /** Whether it was recorded for what is there now; also when that came to nothing, as trying again would. */
    public boolean isSettled() {
        try {
            return Files.exists(conditionsFile())
                    && Files.readString(conditionsFile()).equals(conditions());
        } catch (IOException e) {
            return false;
        }
    }

    /** What a JVM is told that is to start with it; nothing when there is none that fits. */
    public List<String> flags() {
        return Files.exists(file) && isSettled() ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /** What a JVM is told whose classes and busy methods are to be written down when it ends. */
    public List<String> flagsToRecord() {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            return List.of();
        }
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes(), "-Xlog:aot*=off", "-Xlog:cds*=off");
    }

    /** Makes it of what was written down, in some seconds. After that it is settled. */
    public void assemble() {
        List<String> command = new ArrayList<>(JavaCommand.jvm());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        command.addAll(List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + notes(),
                "-XX:AOTCache=" + draft,
                "-cp",
                jar.toString()));
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            if (Files.exists(notes()) && run(command) && Files.exists(draft)) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(notes());
            Files.writeString(conditionsFile(), conditions());
        } catch (IOException e) {
            throw new CannotRun(
                    "What " + jar.getFileName() + " starts with could not be written: " + e.getMessage(), e);
        }
    }

    private boolean run(List<String> command) throws IOException {
        Process assembly = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling(file.getFileName() + ".log").toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        try {
            return assembly.waitFor() == 0;
        } catch (InterruptedException e) {
            assembly.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path notes() {
        return file.resolveSibling(file.getFileName() + ".notes");
    }

    private Path conditionsFile() {
        return file.resolveSibling(file.getFileName() + ".conditions");
    }

    /** Whatever makes a JVM refuse it when it has changed. */
    private String conditions() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(System.getProperty("java.vm.version"));
        lines.addAll(JavaCommand.jvm());
        for (Path each : jars()) {
            lines.add(each + " "
                    + (Files.exists(each) ? Files.size(each) + " " + Files.getLastModifiedTime(each) : "missing"));
        }
        return String.join("\n", lines) + "\n";
    }

    private List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>(List.of(jar));
        try (JarFile content = new JarFile(jar.toFile())) {
            Optional.ofNullable(content.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH))
                    .ifPresent(path -> Arrays.stream(path.split(" "))
                            .map(jar::resolveSibling)
                            .forEach(jars::add));
        }
        return jars;
    }
}

package dev.foyer.local.home;

import dev.foyer.local.CannotRun;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checkout that this launcher was built in: it holds the packaged services and {@code deploy/topics.yaml}. */
public record Repository(Path root) {

    /** Found upwards from this class's own jar or folder; throws {@link CannotRun} when it was moved out of a checkout. */
    public static Repository find() {
        Path here = ownLocation();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("deploy/topics.yaml"))) {
                return new Repository(folder);
            }
        }
        throw new CannotRun("No deploy/topics.yaml above " + here + ": run Foyer from its checkout.");
    }

    /** The list of topics. */
    public Path topics() {
        return root.resolve("deploy/topics.yaml");
    }

    /** The runnable jar of a service; it exists once the module was packaged. */
    public Path serviceJar(String module) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** This module's own jar, whose manifest names its libraries; nothing when this runs from classes, as in unit tests. */
    public Optional<Path> launcherJar() {
        if (!Files.isRegularFile(ownLocation())) {
            return Optional.empty();
        }
        Path target = root.resolve("deploy/local/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-SNAPSHOT.jar"))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What a process of this module is started with: the packaged launcher, or whatever this one runs with. */
    public String classPath() {
        return launcherJar().map(Path::toString).orElseGet(Repository::ownClassPath);
    }

    private static String ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(each -> Path.of(each).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path ownLocation() {
        try {
            return Path.of(Repository.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

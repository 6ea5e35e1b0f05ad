package dev.foyer.blackbox;

import dev.foyer.local.home.Repository;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The services as the commit before has them, which {@code docs/operations/upgrade.md} names: built from its sources once, and kept. */
final class EarlierBuild {

    private static final Pattern NAMED = Pattern.compile("N-1 is `([0-9a-f]{8,40})`");
    private static final String DONE = "built";
    private static final int MINUTES = 20;

    private EarlierBuild() {}

    /** The commit that operators are told to come from. */
    static String commit() throws IOException {
        Path guide = Repository.find().root().resolve("docs/operations/upgrade.md");
        Matcher named = NAMED.matcher(Files.readString(guide));
        if (!named.find()) {
            throw new IllegalStateException(guide + " does not say which commit N-1 is");
        }
        return named.group(1);
    }

    /** A checkout of it with its packages. */
    static Repository of(String commit) throws IOException, InterruptedException {
        Path root = Repository.find().root();
        Path folder = root.resolve("deploy/blackbox/target/earlier").resolve(commit);
        if (!Files.exists(folder.resolve(DONE))) {
            Files.createDirectories(folder);
            checkOut(root, commit, folder);
            build(folder);
            Files.createFile(folder.resolve(DONE));
        }
        return new Repository(folder);
    }

    /** The tree alone: nothing of it is in the repository's own list of worktrees afterwards. */
    private static void checkOut(Path root, String commit, Path folder) throws IOException, InterruptedException {
        List<Process> both = ProcessBuilder.startPipeline(List.of(
                new ProcessBuilder("git", "-C", root.toString(), "archive", commit),
                new ProcessBuilder("tar", "-x", "-C", folder.toString())));
        for (Process one : both) {
            if (one.waitFor() != 0) {
                throw new IllegalStateException(
                        "The sources of " + commit + " are not to be had: is it in the history?");
            }
        }
    }

    private static void build(Path folder) throws IOException, InterruptedException {
        File log = folder.resolve("build.log").toFile();
        ProcessBuilder maven = new ProcessBuilder(
                        "mvn",
                        "-B",
                        "-ntp",
                        "-pl",
                        "pin-service,notification-service,meeting-service,admin-gateway",
                        "-am",
                        "package",
                        "-DskipTests",
                        "-Dspotless.check.skip",
                        "-Dspotless.apply.skip")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process built = maven.start();
        try {
            if (!built.waitFor(MINUTES, TimeUnit.MINUTES) || built.exitValue() != 0) {
                throw new IllegalStateException("The build failed; all of it is in " + log);
            }
        } finally {
            built.destroy();
        }
    }

    /** The types of events that a version knows, by the names of its contracts. */
    static List<String> eventTypes(Path root) {
        return List.of("pin-service", "notification-service", "meeting-service").stream()
                .map(service -> root.resolve(service).resolve("src/main/resources/contracts"))
                .flatMap(EarlierBuild::schemas)
                .map(path -> path.getFileName().toString().replace(".schema.json", ""))
                .toList();
    }

    private static Stream<Path> schemas(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".schema.json")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

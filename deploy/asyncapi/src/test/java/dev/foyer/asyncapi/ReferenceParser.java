package dev.foyer.asyncapi;

import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The reference implementation of AsyncAPI and a linter of OpenAPI, programs for Node, installed from {@code deploy/asyncapi} as its lock file
 * says. Needs node and npm; their absence is a failure, since an unchecked document looks like a sound one.
 */
final class ReferenceParser {

    private static final int PATIENCE_SECONDS = 300;

    private final Path folder;

    /** @param result exit code of the program, 0 when the documents are sound */
    record Verdict(int result, String output) {}

    private ReferenceParser(Path folder) {
        this.folder = folder;
    }

    /** Into the folder of what the build makes; once installed it stays until the lock file changes. */
    static ReferenceParser install() throws IOException, InterruptedException {
        Path from = Repository.find().root().resolve("deploy/asyncapi");
        Path to = Repository.find().root().resolve("deploy/local/target/asyncapi");
        Files.createDirectories(to);
        Path lock = from.resolve("package-lock.json");
        Path installed = to.resolve("node_modules/.package-lock.json");
        boolean fresh = Files.exists(installed)
                && Files.mismatch(lock, to.resolve("package-lock.json")) < 0
                && Files.getLastModifiedTime(installed)
                                .compareTo(Files.getLastModifiedTime(to.resolve("package-lock.json")))
                        >= 0;
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "validate.mjs", "lint-openapi.mjs")) {
            if (!fresh || !file.startsWith("package")) {
                Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        ReferenceParser parser = new ReferenceParser(to);
        if (!fresh) {
            Verdict npm = parser.run(Stream.of("npm", "ci"));
            if (npm.result() != 0) {
                throw new IllegalStateException("npm ci in " + to + " failed: " + npm.output());
            }
        }
        return parser;
    }

    Path folder() {
        return folder;
    }

    /** All of the findings stand in its output. */
    Verdict validate(Path document) throws IOException, InterruptedException {
        return run(Stream.of("node", "validate.mjs", document.toString()));
    }

    /** Spectral's findings in an OpenAPI document. */
    Verdict lint(Path document) throws IOException, InterruptedException {
        return run(Stream.of("node", "lint-openapi.mjs", document.toString()));
    }

    private Verdict run(Stream<String> command) throws IOException, InterruptedException {
        List<String> words = command.toList();
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = start(words, output);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", words) + " takes more than " + PATIENCE_SECONDS + " s");
        }
        Verdict verdict = new Verdict(process.exitValue(), Files.readString(output));
        Files.delete(output);
        return verdict;
    }

    private Process start(List<String> words, Path output) {
        try {
            return new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "AsyncAPI's reference parser needs Node 18 or newer and npm: install them (Debian: apt-get install"
                            + " nodejs npm), or call ./foyer test --fast, which checks the document less.",
                    e);
        }
    }
}

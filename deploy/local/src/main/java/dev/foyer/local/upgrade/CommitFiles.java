package dev.foyer.local.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Those of a commit, as git has them. */
final class CommitFiles implements ProgramFiles {

    private final Path repository;
    private final String commit;
    private final TreeSet<String> paths;

    private CommitFiles(Path repository, String commit, TreeSet<String> paths) {
        this.repository = repository;
        this.commit = commit;
        this.paths = paths;
    }

    /** Throws {@link CannotRun} when git knows of no such commit. */
    static CommitFiles of(Path repository, String name) {
        String commit = git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")
                .map(String::strip)
                .orElseThrow(() -> new CannotRun("There is no commit \"" + name + "\" in " + repository
                        + "; name one that git log shows, or the folder of a checkout."));
        String listed = git(repository, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
                .orElseThrow(() -> new CannotRun("git cannot list the files of " + commit + "."));
        return new CommitFiles(repository, commit, new TreeSet<>(List.of(listed.split("\0"))));
    }

    @Override
    public String name() {
        return commit.substring(0, Math.min(8, commit.length()));
    }

    @Override
    public Optional<String> read(String path) {
        return paths.contains(path) ? git(repository, "show", commit + ":" + path) : Optional.empty();
    }

    @Override
    public List<String> under(String folder) {
        String prefix = folder + "/";
        return paths.tailSet(prefix).stream()
                .takeWhile(path -> path.startsWith(prefix))
                .toList();
    }

    /** What it printed; nothing when it refused. */
    private static Optional<String> git(Path repository, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
        } catch (IOException e) {
            throw new CannotRun("Commits are read by git, and there is no git in the PATH: install it.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while git was asked.", e);
        }
    }
}

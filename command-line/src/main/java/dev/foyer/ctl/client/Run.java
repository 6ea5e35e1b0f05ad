package dev.foyer.ctl.client;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One line that changes many, so that it can be broken off and continued: what is done stands in a file, and what was under way
 * has the same {@code Idempotency-Key} when it is asked for again. The file has no PIN; it goes when the line is through.
 */
public final class Run {

    /** The gateway remembers keys for a day; whoever types the same line later means it anew. */
    private static final Duration REMEMBERED = Duration.ofHours(20);

    private static final String FOLDER = "runs";

    private final Path file;
    private final String id;
    private final Set<String> done;
    private final int before;

    private Run(Path file, String id, Set<String> done) {
        this.file = file;
        this.id = id;
        this.done = done;
        this.before = done.size();
    }

    /** Continues what this line left of itself, or begins. */
    public static Run of(Folder folder, Profile profile, String line, boolean anew) {
        Folder runs = new Folder(folder.file(FOLDER));
        String name = hash(profile.name() + "\n" + profile.url() + "\n" + profile.signIn() + "\n" + line)
                .substring(0, 24);
        try {
            Path file = runs.file(name);
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            boolean continues = !anew
                    && !lines.isEmpty()
                    && Files.getLastModifiedTime(file)
                            .toInstant()
                            .isAfter(Instant.now().minus(REMEMBERED));
            if (continues) {
                return new Run(file, lines.getFirst(), new HashSet<>(lines.subList(1, lines.size())));
            }
            forgetOld(runs);
            String id = UUID.randomUUID().toString();
            runs.writeSecret(name, id + "\n");
            return new Run(file, id, new HashSet<>());
        } catch (IOException e) {
            throw new CtlException(
                    ExitCode.REFUSED, "What was done could not be kept in " + runs.file(name) + ": check that folder.");
        }
    }

    /** Lines that nobody went on with. */
    private static void forgetOld(Folder runs) throws IOException {
        Path folder = runs.file("");
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant old = Instant.now().minus(REMEMBERED);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException _) {
                    // Another line has just come through.
                }
            }
        }
    }

    /** How many were done when it was broken off. */
    public int before() {
        return before;
    }

    /** Whether nothing was done, in this run or before it was broken off. */
    public boolean isEmpty() {
        return done.isEmpty();
    }

    /** Whether that was done, in this run or before it was broken off. */
    public boolean isDone(String subject) {
        return done.contains(subject);
    }

    /** The same in every try of this run. */
    public String key(String subject) {
        return hash(id + "\n" + subject).substring(0, 32);
    }

    /** Durable before the next one begins. */
    public void done(String subject) {
        done.add(subject);
        try {
            Files.writeString(file, subject + "\n", StandardOpenOption.APPEND, StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw new CtlException(
                    ExitCode.REFUSED, "What was done could not be kept in " + file + ": check that folder.");
        }
    }

    /** All is through: the same line begins anew. */
    public void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CtlException(
                    ExitCode.REFUSED, file + " could not be removed; remove it before the same line is meant anew.");
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.foyer.local.backup;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one backup. Names and addresses of people are in it, so nobody but its owner can read it. */
public final class BackupFolder {

    private static final String MANIFEST = "manifest.json";
    private static final String RECORDS = "records";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path folder;

    /** @param folder of the backup; need not exist */
    public BackupFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes it, and takes away what an attempt that was killed has left. Refuses when there is a backup, or something of others'. */
    void begin() {
        if (Files.exists(folder.resolve(MANIFEST))) {
            throw new CannotRun("There is a backup in " + folder + " already; name another folder.");
        }
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            try (Stream<Path> there = Files.list(folder)) {
                List<Path> others = there.filter(
                                file -> !file.getFileName().toString().equals(RECORDS))
                        .toList();
                if (!others.isEmpty()) {
                    throw new CannotRun(folder + " has something else in it; name a folder of its own for a backup.");
                }
            }
            delete(folder.resolve(RECORDS));
        } catch (IOException e) {
            throw new CannotRun("The folder " + folder + " cannot be written to: " + e.getMessage() + ".", e);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The name of a partition's file, relative to the folder. */
    static String fileOf(String topic, int partition) {
        return RECORDS + "/" + topic + "/" + partition + ".gz";
    }

    Path file(String relative) {
        return folder.resolve(relative);
    }

    /** From now on it is a backup. */
    void end(Manifest manifest) {
        try {
            Path draft = folder.resolve(RECORDS).resolve(MANIFEST);
            Files.createDirectories(draft.getParent());
            Files.write(draft, JSON.writeValueAsBytes(manifest));
            Files.move(draft, folder.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CannotRun("The backup could not be ended: " + e.getMessage() + ".", e);
        }
    }

    /** What it consists of. Throws {@link CannotRun} when it is not whole, or of a later version. */
    public Manifest manifest() {
        Path file = folder.resolve(MANIFEST);
        if (!Files.exists(file)) {
            throw new CannotRun("There is no whole backup in " + folder
                    + ": it has no manifest.json, which is written last; take it again.");
        }
        try {
            Manifest manifest = JSON.readValue(file.toFile(), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new CannotRun("The backup in " + folder + " is of format " + manifest.format()
                        + ", and this version reads " + Manifest.FORMAT + "; use version " + manifest.version() + ".");
            }
            return manifest;
        } catch (IOException e) {
            throw new CannotRun(file + " is damaged: " + e.getMessage() + ".", e);
        }
    }

    /** Throws {@link CannotRun} when a file is not as it was written. */
    void check(Manifest manifest) {
        for (Manifest.Topic topic : manifest.topics()) {
            for (Manifest.Part part : topic.parts()) {
                if (part.file() != null && !sha256(file(part.file())).equals(part.sha256())) {
                    throw new CannotRun(
                            file(part.file()) + " is not as the backup wrote it; use another copy of the backup.");
                }
            }
        }
    }

    static String sha256(Path file) {
        if (!Files.exists(file)) {
            return "missing";
        }
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

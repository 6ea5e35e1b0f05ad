package dev.foyer.service.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A small file, such as a key set, or a few that are read as one, that may be replaced while we run. What cannot be used changes nothing: the last good
 * value stays in force, and {@link #problem} says what is wrong until the file is good again. Neither messages nor this
 * object keep the content. Thread-safe; only {@link #look} does I/O.
 *
 * <p>It compares the whole content instead of the time of modification: a mounted secret is swapped by a link whose
 * times say nothing, and two writes within one tick of the clock look like one.
 *
 * @param <T> what the file is read into, immutable
 */
public final class WatchedFile<T> implements Supplier<T> {

    private static final Logger LOG = Logger.getLogger(WatchedFile.class);

    private final List<Path> files;
    private final String title;
    private final BiFunction<String, Optional<T>, T> reader;
    private byte[] seen;
    private volatile T inForce;
    private volatile String problem;

    /**
     * Reads the file for the first time.
     *
     * @param title what messages call it, at the beginning of a sentence
     * @param reader of the content, given what is in force; throws {@link IllegalStateException} with one sentence,
     *     which must not quote the content
     * @throws IllegalStateException that sentence, when the file cannot be read or used
     */
    public WatchedFile(Path file, String title, BiFunction<String, Optional<T>, T> reader) {
        this(List.of(file), title, reader);
    }

    /**
     * The same for files whose contents are read one after the other, as one text; a file that is named twice is read once.
     * When only some of them are new, the reader must notice: the next look sees the others.
     */
    public WatchedFile(List<Path> files, String title, BiFunction<String, Optional<T>, T> reader) {
        this.files = files.stream().distinct().toList();
        this.title = title;
        this.reader = reader;
        byte[] content = bytes();
        this.inForce = reader.apply(text(content), Optional.empty());
        this.seen = digest(content);
    }

    /** The last good value. */
    @Override
    public T get() {
        return inForce;
    }

    /** Why what lies in the file now is not in force; a sentence without content. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Reads the file again if it is another one than at the last look. Never throws. */
    public synchronized void look() {
        try {
            byte[] content = bytes();
            byte[] digest = digest(content);
            if (MessageDigest.isEqual(digest, seen)) {
                return; // the same as before: in force, or refused already
            }
            seen = digest;
            inForce = reader.apply(text(content), Optional.of(inForce));
            problem = null;
            LOG.infof("%s has been read again and is in force.", title);
        } catch (IllegalStateException e) {
            refuse(e.getMessage());
        } catch (RuntimeException e) {
            // Only the type: what broke while a key was read may quote it.
            refuse(title + " cannot be used (" + e.getClass().getSimpleName() + ").");
        }
    }

    /** Said once, not at each look. */
    private void refuse(String why) {
        if (!why.equals(problem)) {
            LOG.errorf("%s What was in force before stays in force.", why);
        }
        problem = why;
    }

    private byte[] bytes() {
        try {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (Path file : files) {
                all.write(Files.readAllBytes(file));
            }
            return all.toByteArray();
        } catch (IOException e) {
            seen = null; // whatever comes back is looked at anew
            throw new IllegalStateException(title + " cannot be read.");
        }
    }

    private String text(byte[] content) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(title + " is no text.");
        }
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

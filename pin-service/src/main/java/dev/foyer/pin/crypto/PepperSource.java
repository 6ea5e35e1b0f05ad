package dev.foyer.pin.crypto;

import dev.foyer.service.keys.WatchedFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The pepper keys that are in force: from a file that may be replaced while we run, or from the configuration itself. */
public final class PepperSource implements Supplier<Peppers> {

    private static final String FILE = "foyer.pepper-file";
    private static final String VALUE = "foyer.pepper";

    private final Supplier<Peppers> inForce;
    private final Optional<WatchedFile<Peppers>> file;

    private PepperSource(Supplier<Peppers> inForce, Optional<WatchedFile<Peppers>> file) {
        this.inForce = inForce;
        this.file = file;
    }

    /**
     * @param file with a JWK set of {@code oct} keys; the first makes new verifiers, all check old ones
     * @param value such a set itself
     * @throws IllegalStateException one sentence, unless exactly one is given and good
     */
    public static PepperSource of(Optional<Path> file, Optional<String> value) {
        if (file.isPresent() && value.isPresent()) {
            throw new IllegalStateException(
                    "Both " + FILE + " and " + VALUE + " are set; set only one, so that it is clear which keys count.");
        }
        if (value.isPresent()) {
            Peppers fixed = Peppers.read(value.get(), "The value of " + VALUE);
            return new PepperSource(() -> fixed, Optional.empty());
        }
        String title = "The key file " + file.orElseThrow(PepperSource::noKey) + " (" + FILE + ")";
        var watched =
                new WatchedFile<Peppers>(file.get(), title, (content, before) -> Peppers.read(content, title, before));
        return new PepperSource(watched, Optional.of(watched));
    }

    private static IllegalStateException noKey() {
        return new IllegalStateException("There is no pepper, and without one no PIN can be made or checked; set "
                + FILE + " to a file with a JWK set, or " + VALUE + " to the set itself.");
    }

    @Override
    public Peppers get() {
        return inForce.get();
    }

    /** Why the file's present content is not in force; a sentence without content. */
    public Optional<String> problem() {
        return file.flatMap(WatchedFile::problem);
    }

    /** Reads the file again if it changed. Does I/O, never throws. */
    public void look() {
        file.ifPresent(WatchedFile::look);
    }
}

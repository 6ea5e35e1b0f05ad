package dev.foyer.local.backup;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * That a Foyer was restored, kept beside its broker's data for as long as that: mails of before must not leave by themselves.
 *
 * @param moment as of which
 * @param ends of the journals then, by service and partition
 */
public record Restored(Instant moment, Map<String, List<Long>> ends) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** Empty where nothing was restored. */
    public static Optional<Restored> of(Home home) {
        Path file = file(home);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** As {@link #write(Path)} wrote it. */
    public static Restored read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Restored.class);
        } catch (IOException e) {
            throw new CannotRun(
                    file + ", which says as of when Foyer was restored, is not there or damaged; restore it once more.",
                    e);
        }
    }

    /** From now on it is known. */
    public void write(Home home) {
        write(file(home));
    }

    /** Into a file of one's own, for a Foyer that is none of this machine's. */
    public void write(Path file) {
        try {
            JSON.writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new CannotRun(file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static Path file(Home home) {
        return home.data().resolve("restored.json");
    }
}

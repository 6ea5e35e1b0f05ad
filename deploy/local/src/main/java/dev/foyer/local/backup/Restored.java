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
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Restored.class));
        } catch (IOException e) {
            throw new CannotRun(
                    file + " is damaged, which says as of when Foyer was restored; restore it once more.", e);
        }
    }

    /** From now on it is known. */
    public void write(Home home) {
        try {
            JSON.writeValue(file(home).toFile(), this);
        } catch (IOException e) {
            throw new CannotRun(file(home) + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static Path file(Home home) {
        return home.data().resolve("restored.json");
    }
}

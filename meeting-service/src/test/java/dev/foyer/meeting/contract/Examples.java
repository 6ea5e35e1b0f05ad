package dev.foyer.meeting.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A producer's folder of contracts: schemas and examples of one topic. */
public record Examples(Path folder) {

    private static final JsonMapper JSON = Json.mapper().build();

    /** Our own. */
    public static Examples ours() {
        return of(Path.of("src/main/resources/contracts/meeting.events"));
    }

    /** Another service's, beside ours in the checkout; {@code -Dcontracts.pin=...} when it lives elsewhere. */
    public static Examples pins(String topic) {
        return of(Path.of(System.getProperty("contracts.pin", "../pin-service/src/main/resources/contracts"), topic));
    }

    private static Examples of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("The contracts that we are tested against are not there: "
                    + folder.toAbsolutePath().normalize());
        }
        return new Examples(folder);
    }

    /** Of a type and version, e.g. {@code full} of {@code MeetingStarted.v1}. */
    public JsonNode json(String type, String which) {
        try {
            return JSON.readTree(text(type, which));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as it is. */
    public String text(String type, String which) {
        try {
            return Files.readString(folder.resolve(type + "." + which + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

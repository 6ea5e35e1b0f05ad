package dev.foyer.eventsourcing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.foyer.base.Json;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * JSON for what instances of one service and one version tell each other, and for snapshots: whatever a sealed type
 * permits, at any depth, under the simple names of its records. Not for the journal, whose names are chosen and last.
 * Immutable, thread-safe.
 */
public final class WireFormat<T> {

    private final Class<T> type;
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final String fingerprint;

    private WireFormat(Class<T> type, JsonMapper mapper) {
        this.type = type;
        this.writer = mapper.writerFor(type);
        this.reader = mapper.readerFor(type);
        this.fingerprint = TypeFingerprint.of(type);
    }

    /** A new mapper for sealed types at any depth. A service adds what else its types need. */
    public static JsonMapper.Builder mapper() {
        return Json.mapper()
                .annotationIntrospector(new SealedTypes())
                // A set keeps its order, as those of our states do: Jackson's own choice is a HashSet.
                .addModule(new SimpleModule().addAbstractTypeMapping(Set.class, LinkedHashSet.class));
    }

    /** @param mapper from {@link #mapper()}, perhaps with a service's own value types */
    public static <T> WireFormat<T> of(Class<T> type, JsonMapper mapper) {
        return new WireFormat<>(type, mapper);
    }

    public byte[] write(T value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            // Without the cause: its message may repeat content.
            throw new IllegalStateException("Cannot write a " + type.getSimpleName() + " for another instance");
        }
    }

    /** @throws IllegalArgumentException when the bytes are not of it, as those of another version may be */
    public T read(byte[] bytes) {
        try {
            return reader.readValue(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a " + type.getSimpleName() + " of this version");
        }
    }

    /** What is written and read, often sealed. */
    public Class<T> type() {
        return type;
    }

    /** Changes with the type: its records, their components, and all that can be reached from them. */
    public String fingerprint() {
        return fingerprint;
    }
}

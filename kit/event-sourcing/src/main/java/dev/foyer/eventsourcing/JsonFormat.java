package dev.foyer.eventsourcing;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A {@link JournalFormat} of JSON: one chosen name for each record of a sealed type. Immutable after it is built. */
public final class JsonFormat<T> implements JournalFormat<T> {

    private final JsonMapper mapper;
    private final Map<String, Class<? extends T>> types;
    private final Map<String, ObjectReader> readers = new HashMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    private JsonFormat(JsonMapper mapper, Map<String, Class<? extends T>> classes) {
        this.mapper = mapper;
        this.types = Collections.unmodifiableMap(classes);
        classes.forEach((name, type) -> {
            names.put(type, name);
            readers.put(name, mapper.readerFor(type));
        });
    }

    /**
     * @param mapper how the fields are written
     * @param types stored name to class; must name every permitted record of the sealed type
     */
    public static <T> JsonFormat<T> of(Class<T> sealedType, JsonMapper mapper, Map<String, Class<? extends T>> types) {
        Set<Class<?>> named = Set.copyOf(types.values());
        for (Class<?> permitted : sealedType.getPermittedSubclasses()) {
            if (!named.contains(permitted)) {
                throw new IllegalArgumentException(permitted.getName() + " has no stored name");
            }
        }
        return new JsonFormat<>(mapper, new LinkedHashMap<>(types));
    }

    @Override
    public Map<String, Class<? extends T>> types() {
        return types;
    }

    @Override
    public String typeOf(T value) {
        return names.get(value.getClass());
    }

    @Override
    public byte[] write(T value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write a " + typeOf(value), e);
        }
    }

    @Override
    public T read(String type, byte[] bytes) {
        ObjectReader known = readers.get(type);
        if (known == null) {
            throw new IllegalArgumentException("Unknown type in the journal: " + type);
        }
        try {
            return known.readValue(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("Unreadable " + type + " in the journal");
        }
    }
}

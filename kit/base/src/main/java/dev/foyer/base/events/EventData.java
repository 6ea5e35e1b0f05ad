package dev.foyer.base.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.StrictJson;
import dev.foyer.base.text.TextMistake;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/**
 * Reads the data of an event. Every method throws {@link Unacceptable} for what cannot be used: a sentence that names the
 * field, never what is in it.
 */
public final class EventData {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final JsonMapper STRICT = strict();
    private static final String AGAIN = "; correct it and send the event again under a new id.";

    private final InboundEvent event;

    private EventData(InboundEvent event) {
        this.event = event;
    }

    /** @throws Unacceptable unless the data are a JSON object */
    public static EventData of(InboundEvent event) {
        if (event.data() == null || !event.data().isObject()) {
            throw new Unacceptable("The data are no JSON object" + AGAIN);
        }
        return new EventData(event);
    }

    /** All of it, as a record of ours; unknown fields are ignored, those that are not there are {@code null}. */
    public <T> T as(Class<T> type) {
        return read(JSON, type);
    }

    /** The same, but a number is no text and "yes" is no boolean: for what others than our own services write. */
    public <T> T strictlyAs(Class<T> type) {
        return read(STRICT, type);
    }

    private <T> T read(JsonMapper mapper, Class<T> type) {
        try {
            return mapper.treeToValue(event.data(), type);
        } catch (JsonMappingException e) {
            String field = e.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("A field");
            String wrong = e instanceof TextMistake text ? text.refused().getMessage() : "has the wrong JSON type";
            throw new Unacceptable(field + " " + wrong + AGAIN);
        } catch (JsonProcessingException e) {
            throw new Unacceptable("The data cannot be read" + AGAIN);
        }
    }

    /** @throws Unacceptable when it is missing */
    public static <T> T required(T value, String field) {
        if (value == null) {
            throw new Unacceptable("The field " + field + " is missing.");
        }
        return value;
    }

    /** A text that is not blank. */
    public String text(String field) {
        JsonNode value = event.data().path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new Unacceptable("The field " + field + " must be a text.");
        }
        return value.textValue();
    }

    /** True or false. */
    public boolean flag(String field) {
        JsonNode value = event.data().path(field);
        if (!value.isBoolean()) {
            throw new Unacceptable("The field " + field + " must be true or false.");
        }
        return value.booleanValue();
    }

    /** RFC 3339. */
    public Instant instant(String field) {
        try {
            return Instant.parse(text(field));
        } catch (DateTimeParseException e) {
            throw new Unacceptable("The field " + field + " must be a time as in RFC 3339.");
        }
    }

    private static JsonMapper strict() {
        JsonMapper mapper = Json.mapper().build();
        StrictJson.configure(mapper);
        return mapper;
    }
}

package dev.foyer.pin.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.foyer.base.Json;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.pin.E164;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a record's data as one of our types, by the same constraints as the bodies of requests. Thread-safe. */
final class DirectoryData {

    private static final String AGAIN = "; correct it and send the event again under a new id.";
    private static final JsonMapper JSON = strict();

    private final Validator validator;

    DirectoryData(Validator validator) {
        this.validator = validator;
    }

    /** @throws Unacceptable that names the fields, never what is in them */
    <T> T read(JsonNode data, Class<T> type) {
        if (!data.isObject()) {
            throw new Unacceptable("The data are no JSON object" + AGAIN);
        }
        T read = parse(data, type);
        var wrong = validator.validate(read);
        if (!wrong.isEmpty()) {
            throw new Unacceptable(
                    wrong.stream().map(DirectoryData::sentence).sorted().collect(Collectors.joining(", and ")) + AGAIN);
        }
        return read;
    }

    /** @throws Unacceptable when one of them is none */
    static List<String> e164(List<String> written) {
        return written == null
                ? null
                : written.stream()
                        .map(each -> E164.of(each)
                                .orElseThrow(
                                        () -> new Unacceptable("phoneNumbers has one that is no E.164 number, such as"
                                                + " +390212345678" + AGAIN)))
                        .toList();
    }

    private static <T> T parse(JsonNode data, Class<T> type) {
        try {
            return JSON.treeToValue(data, type);
        } catch (JsonMappingException e) {
            String field = e.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(name -> name != null)
                    .findFirst()
                    .orElse("A field");
            throw new Unacceptable(field + " has the wrong JSON type" + AGAIN);
        } catch (JsonProcessingException e) {
            throw new Unacceptable("The data cannot be read" + AGAIN);
        }
    }

    private static String sentence(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage();
    }

    /** A number is no name: what the schema refuses is refused here. */
    private static JsonMapper strict() {
        return Json.mapper()
                .withCoercionConfig(LogicalType.Textual, config -> {
                    for (var shape :
                            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
                        config.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .build();
    }
}

package dev.foyer.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.StrictJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a field's kind is kept when JSON is read, by the mapper of requests. */
class TextTest {

    private static final JsonMapper STRICT = strict();

    record Body(
            @Text(TextKind.LINE) String name,

            @Text(value = TextKind.MAIL_ADDRESS, blankIsNone = true)
            String address,

            @Text(TextKind.PHONE_NUMBER) List<String> numbers,
            String plain) {}

    private static JsonMapper strict() {
        JsonMapper mapper = Json.mapper().build();
        StrictJson.configure(mapper);
        return mapper;
    }

    @Test
    void whatIsReadIsInItsOneForm() throws JsonProcessingException {
        Body body = STRICT.readValue("""
                {"name": " Jose\\u0301 ", "address": " ", "numbers": ["tel:+39 02 12345678"]}""", Body.class);
        assertEquals(new Body("José", null, List.of("+390212345678"), null), body);
        assertNull(STRICT.readValue("{\"name\": null}", Body.class).name());
    }

    @ParameterizedTest
    @Tag("case-R3")
    @ValueSource(
            strings = {
                "{\"name\": \"a\\ud83d\"}",
                "{\"plain\": \"a\\ud83d\"}",
                "{\"numbers\": [\"\\ude00\"]}",
                "{\"address\": \"\\ud83d\"}"
            })
    void whatIsNoTextIsNotRead(String json) {
        JsonMappingException wrong = assertThrows(TextMistake.class, () -> STRICT.readValue(json, Body.class));
        assertTrue(json.contains(wrong.getPath().getFirst().getFieldName()), wrong.getPathReference());
    }

    @ParameterizedTest
    @Tag("case-R3")
    @ValueSource(strings = {"{\"a\": {\"b\": [\"\\ud83d\"]}}", "{\"\\ud83d\": 1}", "\"\\ud83d\""})
    void norInATree(String json) {
        assertThrows(TextMistake.class, () -> STRICT.readValue(json, JsonNode.class));
    }

    @Test
    void aTreeIsOtherwiseReadAsUsual() throws JsonProcessingException {
        assertEquals(Map.of("a", 1), STRICT.convertValue(STRICT.readValue("{\"a\": 1}", JsonNode.class), Map.class));
        assertTrue(STRICT.readValue("null", JsonNode.class).isNull());
        assertThrows(JsonProcessingException.class, () -> STRICT.readValue("{\"a\": 1} {}", JsonNode.class));
        assertThrows(JsonProcessingException.class, () -> STRICT.readValue("{\"a\": 1, \"a\": 2}", JsonNode.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": 5}",
                "{\"name\": true}",
                "{\"name\": {}}",
                "{\"name\": []}",
                "{\"numbers\": \"+39\"}",
                "{\"plain\": 5}"
            })
    void aNumberIsNoText(String json) {
        assertThrows(MismatchedInputException.class, () -> STRICT.readValue(json, Body.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"numbers\": [null]}", "{\"numbers\": [\" \"]}", "{\"name\": \"\"}", "{\"name\": \" \"}"})
    void whatIsNothingIsSaidSo(String json) {
        TextMistake wrong = assertThrows(TextMistake.class, () -> STRICT.readValue(json, Body.class));
        assertTrue(
                wrong.refused().getMessage().contains("blank"), wrong.refused().getMessage());
    }
}

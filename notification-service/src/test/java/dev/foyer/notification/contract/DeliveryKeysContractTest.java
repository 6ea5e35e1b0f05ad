package dev.foyer.notification.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foyer.base.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The producer's side of {@code notification.keys}: files against code, and no place for a private part. */
@Tag("A6")
class DeliveryKeysContractTest {

    private static final JsonMapper JSON = Json.mapper().build();

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal"})
    void anExampleIsWhatTheCodeReadsAndWrites(String which) throws IOException {
        String json = file(which + ".json");
        assertEquals(List.of(), schema().validate(json, InputFormat.JSON));
        DeliveryKeysV2 keys = JSON.readValue(json, DeliveryKeysV2.class);
        assertEquals(JSON.readTree(json), JSON.valueToTree(keys));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "k"})
    void aPrivatePartBreaksTheContract(String name) throws IOException {
        ObjectNode data = (ObjectNode) JSON.readTree(file("full.json"));
        ((ObjectNode) data.get("keys").get(1)).put(name, "AQAB");
        assertFalse(schema().validate(data.toString(), InputFormat.JSON).isEmpty());
    }

    @Test
    void thePublishedTypeHasNoPlaceForOne() {
        Set<String> places = Arrays.stream(DeliveryKeysV2.Key.class.getRecordComponents())
                .map(place -> place.getName())
                .collect(Collectors.toSet());
        assertEquals(Set.of("kty", "kid", "use", "alg", "crv", "x", "y"), places);
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(file("schema.json"));
    }

    private static String file(String ending) throws IOException {
        String name = "/contracts/" + DeliveryKeysV2.TOPIC + "/DeliveryKeysPublished.v2." + ending;
        try (InputStream in = DeliveryKeysV2.class.getResourceAsStream(name)) {
            assertTrue(in != null, "The contract file " + name + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

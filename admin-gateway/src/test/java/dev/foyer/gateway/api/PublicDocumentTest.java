package dev.foyer.gateway.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.gateway.Gateway;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The document of the public API, as it is served; its copy in docs is linted and read by strangers. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class PublicDocumentTest {

    private static final Path COPY = Path.of("../docs/openapi.json");
    private static final String UPDATE = "openapi.update";

    private String text;
    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        text = given().get("/q/openapi?format=json").asString();
        document = new ObjectMapper().readTree(text);
    }

    @Test
    void theCopyIsWhatIsServed() throws IOException {
        if (System.getProperty(UPDATE) != null) {
            Files.writeString(COPY, text.stripTrailing() + "\n");
        }
        assertEquals(
                document,
                new ObjectMapper().readTree(COPY.toFile()),
                () -> "Run this test with -D" + UPDATE + " to write " + COPY
                        + ", and see whether callers can live with it.");
    }

    @Test
    void eachOperationSaysWhoMayAndHowItIsRefused() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getKey() + " " + path.getKey();
                    JsonNode is = operation.getValue();
                    assertFalse(is.path("summary").asText().isEmpty(), name);
                    assertFalse(is.path("x-roles").isMissingNode(), name);
                    for (String status : new String[] {"400", "401", "503"}) {
                        assertFalse(is.path("responses").path(status).isMissingNode(), name + " has no " + status);
                    }
                }));
    }

    @Test
    void noInternalPathIsInIt() {
        document.path("paths").fieldNames().forEachRemaining(path -> assertEquals(0, path.indexOf("/api/v1/"), path));
    }
}

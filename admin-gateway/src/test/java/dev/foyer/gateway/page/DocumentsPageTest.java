package dev.foyer.gateway.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.gateway.Gateway;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stranger at a running gateway reads what there is, and can copy it. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class DocumentsPageTest {

    private static final Pattern FROM_ELSEWHERE =
            Pattern.compile("(?:src|href)=\"(?:[a-z]+:)?//|<script|<style| style=");

    @Test
    void everyOperationIsThereWithALineToCopy() throws IOException {
        JsonNode document =
                new ObjectMapper().readTree(given().get("/docs/openapi.json").asString());
        assertEquals(
                document,
                new ObjectMapper()
                        .readTree(given().get("/q/openapi?format=json").asString()));
        String page = given().get("/docs").asString();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> assertTrue(
                                page.contains("<code>" + method.toUpperCase() + " " + path.getKey() + "</code>"),
                                method + " " + path.getKey())));
        String lines = page.replace("&quot;", "\"").replace("&#39;", "'");
        assertTrue(lines.contains("curl -u admin -X POST"), "lines to copy");
        assertTrue(
                lines.contains("curl -u bridge -X POST -H 'Content-Type: application/json' -d '{\"callId\""),
                "each as somebody who may");
        assertTrue(lines.contains("curl -u app -X POST") && lines.contains("curl -u operator -X POST"), "all of them");
        assertTrue(
                Pattern.compile(
                                "echo '\\{\"userId\":\"u-17\".*}' \\| kcat -P -F \\S+/contoso.com -t in.contoso.com.directory"
                                        + " -k 'u-17' -H .* -H ce_type=foyer.directory.UserChanged.v1 ")
                        .matcher(lines)
                        .find(),
                "what is written is an example as it stands in the contract");
        assertTrue(page.contains("kcat -C -F .foyer/secrets/kcat/operator -t pin.events -e -q"), "of topics, too");
        assertTrue(!page.contains("pin.journal"), "nothing internal");
    }

    @Test
    void nothingOfItComesFromElsewhereOrRuns() {
        given().get("/docs")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'; style-src 'self';"))
                .header("Content-Security-Policy", not(containsString("script-src")));
        String page = given().get("/docs").asString();
        assertTrue(!FROM_ELSEWHERE.matcher(page).find(), "the policy would refuse it");
        given().get("/docs/documents.css").then().statusCode(200).contentType(containsString("text/css"));
    }

    @Test
    void theTopicsAreTheCommittedOnes() throws IOException {
        assertEquals(
                Files.readString(Path.of("../docs/asyncapi.yaml")),
                given().get("/docs/asyncapi.yaml").asString());
    }
}

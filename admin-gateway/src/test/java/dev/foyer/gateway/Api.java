package dev.foyer.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;

/** The API as tests call it. */
public final class Api {

    /** Where users are. */
    public static final String USERS = "/api/v1/users";

    private static boolean amosIsThere;

    private Api() {}

    /** A request of one of the accounts of {@link Gateway}. */
    public static RequestSpecification as(String account) {
        return given().auth().preemptive().basic(account, Gateway.PASSWORD);
    }

    /** For requests of which the type is any that the API takes: bodies are sent as they are written. */
    public static RestAssuredConfig anyType() {
        EncoderConfig text = EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        return RestAssuredConfig.config()
                .encoderConfig(text.encodeContentTypeAs("application/merge-patch+json", ContentType.TEXT)
                        .encodeContentTypeAs("text/csv", ContentType.TEXT));
    }

    /** Name and password as HTTP Basic has them. */
    public static String basic(String account) {
        String pair = account + ":" + Gateway.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** With everything that is true of each problem. */
    public static void problem(ValidatableResponse response, int status, String name) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .header("X-Correlation-Id", notNullValue())
                .header("Cache-Control", "no-store")
                .body("type", equalTo("/problems/" + name))
                .body("status", equalTo(status))
                .body("detail", notNullValue())
                .body(not(containsString("Exception")))
                .body(not(containsString("\tat ")));
    }

    /** User u-17 of contoso.com, not enabled; once for all tests of a run. */
    public static synchronized void amosIsThere(ReadModel index) {
        if (amosIsThere) {
            return;
        }
        Awaitility.await().until(index::isCaughtUp);
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var position = events.provisioned("contoso.com", "u-17", "amos.marble@contoso.com", "Amos Marble");
            amosIsThere = index.passed(List.of(position), Duration.ofSeconds(5));
        }
    }
}

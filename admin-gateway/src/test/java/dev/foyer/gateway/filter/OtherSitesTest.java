package dev.foyer.gateway.filter;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.gateway.Api;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.RawHttp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What another site can make a browser send, which has name and password of its person cached: nothing that is done. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("case-S4")
class OtherSitesTest {

    @Inject
    ReadModel index;

    @Inject
    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;

    @BeforeEach
    void amosIsThere() throws IOException {
        Api.amosIsThere(index);
        service = new StandIn(pinService.getPort());
    }

    @AfterEach
    void nobodyWasAsked() {
        assertEquals(List.of(), service.asked());
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /users/u-17/pin/lock, cross-site",
        "POST, /users/u-17/pin/reset, cross-site",
        "POST, /users/u-17/pin/reset, same-site",
        "POST, /users/u-17/pin/reset, a-word-of-tomorrow",
        "POST, /users/u-17/conferencing, cross-site",
        "PUT, /users/u-17, cross-site",
        "PATCH, /settings, cross-site",
        "DELETE, /users/u-17, cross-site"
    })
    void aFormOfAnotherSiteDoesNothing(String method, String path, String site) {
        problem(
                as("admin")
                        .header("Sec-Fetch-Site", site)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .request(method, "/api/v1" + path)
                        .then(),
                403,
                "other-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://localhost.evil.example",
                "Origin: http://localhost",
                "Origin: http://localhost:1",
                "Origin: ://",
                "Referer: https://evil.example/admin"
            })
    void norDoesOneOfAnOldBrowser(String header) {
        String[] pair = header.split(": ");
        problem(
                as("admin")
                        .header(pair[0], pair[1])
                        .post("/api/v1/users/u-17/pin/lock")
                        .then(),
                403,
                "other-origin");
    }

    @Test
    void oneOfTwoOriginsIsNotEnough() {
        assertEquals(
                403,
                RawHttp.send(
                                RestAssured.port,
                                "POST /api/v1/users/u-17/pin/lock HTTP/1.1",
                                "Host: localhost:" + RestAssured.port,
                                "Sec-Fetch-Site: same-origin",
                                "Sec-Fetch-Site: cross-site",
                                "Content-Length: 0")
                        .status());
    }

    @Test
    void aBodyIsOfTheRightTypeBeforeAnythingIsDone() {
        for (String type : List.of(
                "text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "json", ";")) {
            assertEquals(
                    415,
                    RawHttp.send(
                                    RestAssured.port,
                                    "POST /api/v1/users/u-17/pin/lock HTTP/1.1",
                                    "Host: localhost:" + RestAssured.port,
                                    "Authorization: " + Api.basic("admin"),
                                    "Content-Type: " + type,
                                    "Content-Length: 2",
                                    "",
                                    "{}")
                            .status(),
                    type);
        }
        assertEquals(
                415,
                RawHttp.send(
                                RestAssured.port,
                                "POST /api/v1/users/u-17/pin/reset HTTP/1.1",
                                "Host: localhost:" + RestAssured.port,
                                "Authorization: " + Api.basic("admin"),
                                "Content-Length: 2",
                                "",
                                "{}")
                        .status(),
                "none");
    }

    @Test
    void browsersAreNotAskedForNameAndPassword() {
        given().get("/api/v1/users").then().header("WWW-Authenticate", containsString("Basic"));
        for (String header : List.of("Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest")) {
            Response browser = given().header(header, "none").get("/api/v1/users");
            problem(browser.then(), 401, "not-signed-in");
            browser.then().header("WWW-Authenticate", nullValue());
            as("nobody")
                    .header(header, "none")
                    .get("/api/v1/users")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", nullValue());
        }
    }
}

package dev.foyer.meeting.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.foyer.meeting.Gateway;
import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Management;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is sent, the answer is the right problem; never a 500, never a stack trace. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinServiceKeys.class)
@Tag("F")
class BadRequestsTest {

    private static final String MEETINGS = "/internal/v1/tenants/contoso.com/meetings";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                 | {"organizerId": ""}                          | invalid-request
                                 | {"subject": "no organizer"}                  | invalid-request
                                 | {"organizerId": "u", "startWithoutPin": "?"} | malformed-json
                                 | {"organizerId": {"a": 1}}                    | malformed-json
                                 | {"organizerId":                              | malformed-json
            /12345/calls         | {"callId": "c-1"}                            | invalid-request
            /47110071/calls      | {"callId": "c-1"}                            | invalid-request
            /471100x/calls       | {"callId": "c-1"}                            | invalid-request
            /4711007/calls       | {"callId": " "}                              | invalid-request
            /4711007/calls       | {"callId": ["c-1"]}                          | malformed-json
            /4711007/calls       | []                                           | malformed-json
            /471100/participants | {"participantId": "p-1"}                     | invalid-request
            /4711007/participants| {}                                           | invalid-request
            /1/end               | {}                                           | invalid-request
            """)
    void isAProblemThatSaysWhatIsWrong(String path, String body, String problem) {
        Gateway.request(roleFor(path))
                .body(body)
                .post(MEETINGS + (path == null ? "" : path))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem))
                .body(not(containsString("dev.foyer")));
    }

    private static String roleFor(String path) {
        if (path == null || path.endsWith("/end")) {
            return "conferencing-admin";
        }
        return path.endsWith("/calls") ? "bridge" : "client-app";
    }

    @Test
    void anEmptyBodyIsAProblem() {
        Gateway.request("conferencing-admin").post(MEETINGS).then().statusCode(400);
    }

    @Test
    void anOverlongIdIsAProblem() {
        Gateway.request("bridge")
                .body("{\"callId\": \"" + "c".repeat(Limits.ID + 1) + "\"}")
                .post(MEETINGS + "/4711007/calls")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }

    @Test
    void anOversizedBodyIsAProblem() {
        Gateway.request("conferencing-admin")
                .body("{\"organizerId\": \"" + "u".repeat(100_000) + "\"}")
                .post(MEETINGS)
                .then()
                .statusCode(413);
    }

    @Test
    void aStrangerIsTurnedAway() {
        given().contentType(ContentType.JSON)
                .body("{\"organizerId\": \"u-17\"}")
                .post(MEETINGS)
                .then()
                .statusCode(401);
    }

    @Test
    void itIsReadyAndMeasured() {
        Management.get("/q/health/ready").then().statusCode(200);
        Management.get("/q/health/live").then().statusCode(200);
        Management.get("/q/metrics").then().statusCode(200);
    }
}

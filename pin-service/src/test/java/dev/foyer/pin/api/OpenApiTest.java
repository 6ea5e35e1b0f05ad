package dev.foyer.pin.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.pin.PinKeysResource;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.ServedApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The served OpenAPI document is sound, says everything a caller needs, and is true of real answers. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
@Tag("F")
class OpenApiTest {

    private static final String USER = "/internal/v1/tenants/{tenant}/users/{userId}";
    private static final String SETTINGS = "/internal/v1/tenants/{tenant}/settings";
    private final Gateway gateway = Gateway.ofNewTenant();
    private ServedApi api;

    @BeforeEach
    void untilReady() {
        Gateway.untilReady();
        api = ServedApi.read();
    }

    @Test
    void itIsSound() {
        assertEquals(List.of(), api.unsound());
    }

    @Test
    void itSaysEverything() {
        assertEquals(List.of(), api.incomplete("/internal/v1/tenants/"));
    }

    @Test
    void theCopyThatCallersAreTestedAgainstIsWhatIsServed() throws IOException {
        assertEquals(List.of(), api.staleCopy());
    }

    @Test
    void realAnswersAreAsDescribed() {
        String user = gateway.user("amos");
        String settings = "/internal/v1/tenants/" + gateway.tenant() + "/settings";
        Map<String, String> profile = Map.of("userPrincipalName", "amos@contoso.com", "displayName", "Amos Marble");
        is("put", USER, 201, call().body(profile).put(user));
        is("put", USER, 200, call().body(profile).put(user));
        is("put", USER, 400, call().body("{").put(user));
        is("put", USER, 409, call().body(profile).put(gateway.user("another")));
        is("post", USER + "/pin/reset", 409, call().body("{}").post(user + "/pin/reset"));
        Response enabled = call().body("{}").post(user + "/conferencing");
        is("post", USER + "/conferencing", 201, enabled);
        is("post", USER + "/conferencing", 200, call().body("{}").post(user + "/conferencing"));
        is(
                "post",
                USER + "/pin/reset",
                200,
                call().body(Map.of("reveal", false)).post(user + "/pin/reset"));
        is("post", USER + "/pin/verify", 200, gateway.verify("amos", "call-1", "0000", enabled.path("conferenceId")));
        is("post", USER + "/pin/verify", 400, gateway.verify("amos", "call-1", "zero", enabled.path("conferenceId")));
        is("post", USER + "/pin/lock", 204, call().post(user + "/pin/lock"));
        is("post", USER + "/pin/unlock", 204, call().post(user + "/pin/unlock"));
        is("patch", USER + "/conferencing", 204, call().body("{}").patch(user + "/conferencing"));
        is("patch", USER + "/conferencing", 400, call().body("[]").patch(user + "/conferencing"));
        is("post", USER + "/conference-id/reset", 200, call().post(user + "/conference-id/reset"));
        is("post", USER + "/conferencing/email", 202, call().body("{}").post(user + "/conferencing/email"));
        is(
                "post",
                USER + "/conferencing/email",
                400,
                call().body(Map.of("sendEmailToAddress", "nowhere")).post(user + "/conferencing/email"));
        is("delete", USER + "/conferencing", 204, call().delete(user + "/conferencing"));
        is("delete", USER, 204, call().delete(user));
        is("post", USER + "/pin/reset", 404, call().body("{}").post(user + "/pin/reset"));
        is("get", SETTINGS, 200, call().get(settings));
        is("patch", SETTINGS, 200, call().body(Map.of("pinLength", 6)).patch(settings));
        is("patch", SETTINGS, 400, call().body(Map.of("pinLength", 99)).patch(settings));
        is("get", SETTINGS, 401, given().header("Authorization", "Bearer x").get(settings));
        is("get", SETTINGS, 403, gateway.call(Gateway.newCommand(), "bridge").get(settings));
    }

    private RequestSpecification call() {
        return gateway.call(Gateway.newCommand());
    }

    private void is(String method, String path, int status, Response answer) {
        assertEquals(List.of(), api.untrue(method, path, status, answer));
    }
}

package dev.foyer.meeting.api;

import static dev.foyer.meeting.Gateway.admit;
import static dev.foyer.meeting.Gateway.dial;
import static dev.foyer.meeting.Gateway.end;
import static dev.foyer.meeting.Gateway.hangUp;
import static dev.foyer.meeting.Gateway.hangUpLeg;
import static dev.foyer.meeting.Gateway.join;
import static dev.foyer.meeting.Gateway.leave;
import static dev.foyer.meeting.Gateway.leg;
import static dev.foyer.meeting.Gateway.schedule;
import static dev.foyer.meeting.Gateway.scheduled;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.meeting.WebhookRequests;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.ServedApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The served OpenAPI document is sound, says everything a caller needs, and is true of real answers. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinServiceKeys.class)
@Tag("F")
class OpenApiTest {

    private static final String MEETINGS = "/internal/v1/tenants/{tenant}/meetings";
    private static final String MEETING = MEETINGS + "/{conferenceId}";
    private static final String CALLS = MEETING + "/calls";
    private static final String PARTICIPANTS = MEETING + "/participants";
    private static final String WEBHOOKS = "/internal/v1/tenants/{tenant}/webhooks";
    private static final String WEBHOOK = WEBHOOKS + "/{webhookId}";
    private static final String DELIVERIES = WEBHOOK + "/deliveries";
    private static final String REDELIVER = DELIVERIES + "/{deliveryId}/redeliver";
    private static final String NOBODYS = "999999999";

    @Test
    void itIsSound() {
        assertEquals(List.of(), ServedApi.read().unsound());
    }

    @Test
    void itSaysEverything() {
        assertEquals(List.of(), ServedApi.read().incomplete("/internal/v1/tenants/"));
    }

    @Test
    void theCopyThatCallersAreTestedAgainstIsWhatIsServed() throws IOException {
        assertEquals(List.of(), ServedApi.read().staleCopy());
    }

    @Test
    void ofMeetingsItIsTrue() {
        String id = scheduled();
        is("post", MEETINGS, 201, schedule(UUID.randomUUID().toString(), Map.of("organizerId", "u-17")));
        is("post", MEETINGS, 400, schedule(UUID.randomUUID().toString(), Map.of("organizerId", "")));
        is("post", MEETING + "/admit", 409, admit("bridge", id, null));
        join(id, "p-1");
        is("post", MEETING + "/admit", 204, admit("client-app", id, null));
        is("post", MEETING + "/admit", 404, admit("conferencing-admin", id, "c-nobody"));
        is("post", MEETING + "/admit", 400, admit("conferencing-admin", id, " "));
        is("post", MEETING + "/end", 204, end("contoso.com", id));
        is("post", MEETING + "/end", 404, end("contoso.com", NOBODYS));
        is("post", MEETING + "/end", 400, end("contoso.com", "12"));
        is(
                "post",
                MEETING + "/end",
                401,
                given().header("Authorization", "Bearer x")
                        .post(MEETING + "/end", "contoso.com", id)
                        .then());
    }

    @Test
    void ofCallsItIsTrue() {
        String id = scheduled();
        is("post", CALLS, 200, dial("contoso.com", id, "c-1"));
        is("delete", CALLS + "/{callId}", 204, hangUp(id, "c-1"));
        is("post", CALLS, 409, dial("contoso.com", id, "c-1"));
        is("post", CALLS, 200, dial("contoso.com", NOBODYS, "c-1"));
        is("delete", CALLS + "/{callId}", 204, hangUpLeg(id, leg(id, "c-1"), true));
        is("post", CALLS, 400, dial("contoso.com", id, " "));
        is("delete", CALLS + "/{callId}", 404, hangUp(NOBODYS, "c-2"));
    }

    @Test
    void ofParticipantsItIsTrue() {
        String id = scheduled();
        is("post", PARTICIPANTS, 200, join(id, "p-1"));
        is("post", PARTICIPANTS, 400, join(id, ""));
        is("post", PARTICIPANTS, 404, join(NOBODYS, "p-1"));
        is("delete", PARTICIPANTS + "/{participantId}", 204, leave(id, "p-1"));
        is("delete", PARTICIPANTS + "/{participantId}", 404, leave(NOBODYS, "p-1"));
        is("post", PARTICIPANTS, 409, join(id, "p-2"));
    }

    @Test
    void ofWebhooksItIsTrue() {
        WebhookRequests requests = new WebhookRequests("openapi.example");
        Map<String, Object> body =
                Map.of("url", "https://hooks.example.invalid/", "types", List.of("foyer.meeting.MeetingEnded.v1"));
        is("post", WEBHOOKS, 201, requests.add(body));
        is("post", WEBHOOKS, 400, requests.add(Map.of()));
        is("get", WEBHOOKS, 200, requests.list());
        String id = requests.list().extract().path("items[0].id");
        is("patch", WEBHOOK, 200, requests.change(id, Map.of("description", "Milan")));
        is("patch", WEBHOOK, 404, requests.change("wh_nobody", Map.of("paused", true)));
        is("post", WEBHOOK + "/secret", 200, requests.rotate(id));
        is("post", WEBHOOK + "/secret", 404, requests.rotate("wh_nobody"));
        is("post", WEBHOOK + "/test", 202, requests.test(id));
        is("post", WEBHOOK + "/test", 404, requests.test("wh_nobody"));
        is("get", DELIVERIES, 200, requests.deliveries(id, Map.of()));
        is("get", DELIVERIES, 404, requests.deliveries("wh_nobody", Map.of()));
        String delivery = requests.deliveries(id, Map.of()).extract().path("items[0].id");
        is("post", REDELIVER, 202, requests.redeliver(id, delivery));
        is("post", REDELIVER, 404, requests.redeliver(id, "msg_nobody"));
        requests.change(id, Map.of("paused", true));
        is("post", WEBHOOK + "/test", 409, requests.test(id));
        is("post", REDELIVER, 409, requests.redeliver(id, delivery));
        is("delete", WEBHOOK, 204, requests.remove(id));
        is("delete", WEBHOOK, 404, requests.remove(id));
        IntStream.range(0, 10).forEach(n -> requests.add(body));
        is("post", WEBHOOKS, 409, requests.add(body));
        is("delete", WEBHOOKS, 204, requests.as("operator").removeAll());
    }

    private static void is(String method, String path, int status, ValidatableResponse answer) {
        assertEquals(
                List.of(),
                ServedApi.read().untrue(method, path, status, answer.extract().response()));
    }
}

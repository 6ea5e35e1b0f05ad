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
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.ServedApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private static void is(String method, String path, int status, ValidatableResponse answer) {
        assertEquals(
                List.of(),
                ServedApi.read().untrue(method, path, status, answer.extract().response()));
    }
}

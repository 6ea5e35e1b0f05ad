package dev.foyer.meeting.inbound;

import static dev.foyer.meeting.Gateway.dial;
import static dev.foyer.meeting.Gateway.end;
import static dev.foyer.meeting.Gateway.hangUp;
import static dev.foyer.meeting.Gateway.scheduled;
import static dev.foyer.meeting.inbound.TenantSystem.refusals;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where there is no place any more, one is told so: over HTTP and over topics. Two calls fill a meeting here, and three the tenant. */
@QuarkusTest
@TestProfile(FullMeetingsTest.Small.class)
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinServiceKeys.class)
@Tag("E5")
class FullMeetingsTest {

    private final TenantSystem contoso = new TenantSystem();
    private String full;
    private String other;

    /** Few places. */
    public static final class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("foyer.meeting.most-calls", "2", "foyer.meeting.most-calls-of-tenant", "3");
        }
    }

    @BeforeEach
    void threeWait() {
        full = scheduled();
        other = scheduled();
        dial("contoso.com", full, "c-1").statusCode(200).body("state", equalTo("LOBBY"));
        dial("contoso.com", full, "c-2").statusCode(200).body("state", equalTo("LOBBY"));
        dial("contoso.com", other, "c-3").statusCode(200).body("state", equalTo("LOBBY"));
    }

    @AfterEach
    void allAreGone() {
        end("contoso.com", full).statusCode(204);
        end("contoso.com", other).statusCode(204);
        contoso.close();
    }

    @Test
    void aRequestIsRefusedWithWhatIsFullAndHowMuchThatIs() {
        dial("contoso.com", full, "c-4")
                .statusCode(409)
                .body("type", equalTo("/problems/meeting-full"))
                .body("detail", containsString("No more than 2 calls"));
        dial("contoso.com", other, "c-5")
                .statusCode(409)
                .body("type", equalTo("/problems/tenant-full"))
                .body("detail", containsString("No more than 3 calls"));
        dial("contoso.com", full, "c-1").statusCode(200).body("state", equalTo("LOBBY")); // who is there is
        hangUp(full, "c-1").statusCode(204);
        dial("contoso.com", full, "c-6").statusCode(200).body("state", equalTo("LOBBY"));
    }

    @Test
    void overTheTopicTheBridgeHearsTheSameByAnEvent() {
        assertEquals("MEETING_FULL", refused(full).data().path("reason").asText());
        InboundEvent noPlace = refused(other);
        assertEquals("TENANT_FULL", noPlace.data().path("reason").asText());
        assertEquals(other, noPlace.data().path("conferenceId").asText());
    }

    private InboundEvent refused(String conferenceId) {
        String callId = "no-place-" + UUID.randomUUID();
        contoso.arrived(callId, conferenceId);
        await().until(() -> refusals(callId), hasSize(1));
        return refusals(callId).getFirst();
    }
}

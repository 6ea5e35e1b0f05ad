package dev.foyer.meeting.api;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.foyer.meeting.Gateway;
import dev.foyer.meeting.MeetingEventsTopic;
import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.meeting.PinServiceTopics;
import dev.foyer.meeting.inbound.TenantSettingsTable;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two tenants of which one has chosen a longer silence than is configured, until it changes its mind. */
@QuarkusTest
@TestProfile(HeartbeatsResourceTest.Impatient.class)
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinServiceKeys.class)
@Tag("E6")
class ChosenSilenceResourceTest {

    private static final String MEETINGS = "/internal/v1/tenants/{tenant}/meetings";
    private static final String QUICK = "contoso.com";
    private static final String PATIENT = "patient.example";
    private static final Duration SOON = Duration.ofSeconds(25);
    /** Each look reads the whole topic. */
    private static final Duration BETWEEN = Duration.ofMillis(500);

    @Inject
    TenantSettingsTable settings;

    @Test
    void aTenantsChoiceCountsForItsOwnCallsAlsoForThoseThatAreConnected() {
        PinServiceTopics.settings(PATIENT, Map.of("callSilence", 1));
        await().atMost(SOON)
                .until(() -> Duration.ofMinutes(1).equals(settings.of(PATIENT).callSilence()));
        String patient = silentCall(PATIENT, "c-patient");
        String quick = silentCall(QUICK, "c-quick");
        awaitLeft(quick, "c-quick");
        assertFalse(left(patient, "c-patient"), "a minute has not passed");

        PinServiceTopics.settings(PATIENT, Map.of());
        awaitLeft(patient, "c-patient"); // by the configured one, which has passed long ago; a minute has not
    }

    /** One that is heard of once, and never again; returns its conference. */
    private static String silentCall(String tenant, String callId) {
        String conferenceId = Gateway.request(tenant, "conferencing-admin", "admin")
                .body(Map.of("organizerId", "u-17"))
                .post(MEETINGS, tenant)
                .then()
                .statusCode(201)
                .extract()
                .path("conferenceId");
        Gateway.request(tenant, "bridge", "bridge")
                .body(Map.of("callId", callId))
                .post(MEETINGS + "/{id}/calls", tenant, conferenceId)
                .then()
                .statusCode(200)
                .body("state", equalTo("LOBBY"));
        Gateway.request(tenant, "bridge", "bridge")
                .post(MEETINGS + "/calls/{call}/heartbeat", tenant, callId)
                .then()
                .statusCode(204);
        return conferenceId;
    }

    private static void awaitLeft(String conferenceId, String callId) {
        await().atMost(SOON).pollInterval(BETWEEN).until(() -> left(conferenceId, callId));
    }

    private static boolean left(String conferenceId, String callId) {
        return MeetingEventsTopic.of(conferenceId).contains("ParticipantLeft " + callId);
    }
}

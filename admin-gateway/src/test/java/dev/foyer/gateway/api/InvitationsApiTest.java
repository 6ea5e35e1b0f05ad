package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With which numbers notification-service is asked to write how a meeting is joined. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("G1")
class InvitationsApiTest {

    private static final String TOLL = "+390687654321";
    private static final String FREE = "+39800123456";
    private static final String OWN = "+390212345678";

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.notification-service-url")
    URI notificationService;

    private StandIn service;

    @BeforeEach
    void listen() throws IOException {
        Api.amosIsThere(index);
        settings(Map.of("defaultServiceNumber", TOLL, "defaultTollFreeNumber", FREE));
        service = new StandIn(notificationService.getPort())
                .onceReachedBy(() -> as("admin").get("/api/v1/notifications/preview?kind=WELCOME"))
                .alwaysAnswers(new Answer(200, "text/plain", "How to join"));
    }

    @AfterEach
    void close() {
        settings(Map.of());
        service.close();
    }

    /** Whoever dials needs a number, and all of the tenant's lead to each of its meetings. */
    @ParameterizedTest
    @CsvSource({"u-17, 473000001, true", "u-invites, 473000002, true", "u-invites-own, 473000003, false"})
    @Tag("C4")
    void thereIsANumberToDial(String organizer, String conferenceId, boolean ofTenant) {
        enabled("u-invites", "4730004", null);
        enabled("u-invites-own", "4730005", OWN);
        shown(
                "meeting.events",
                "foyer.meeting.MeetingScheduled.v1",
                Map.of(
                        "tenant",
                        "contoso.com",
                        "conferenceId",
                        conferenceId,
                        "organizerId",
                        organizer,
                        "personal",
                        false,
                        "startWithoutPin",
                        false));
        as("admin")
                .get("/api/v1/meetings/" + conferenceId + "/invitation")
                .then()
                .statusCode(200);
        assertNumbers(ofTenant);
    }

    @ParameterizedTest
    @CsvSource({"u-invites, 4730004, true", "u-invites-own, 4730005, false"})
    void alsoInTheOwnConference(String user, String conferenceId, boolean ofTenant) {
        enabled(user, conferenceId, ofTenant ? null : OWN);
        as("admin")
                .get(Api.USERS + "/" + user + "/conferencing/invitation")
                .then()
                .statusCode(200);
        assertNumbers(ofTenant);
    }

    private void assertNumbers(boolean ofTenant) {
        String asked = service.asked().getLast().query();
        assertEquals(ofTenant, asked.contains("serviceNumber=" + TOLL), asked);
        assertEquals(ofTenant, asked.contains("tollFreeServiceNumber=" + FREE), asked);
        assertEquals(!ofTenant, asked.contains("serviceNumber=" + OWN), asked);
    }

    private void enabled(String userId, String conferenceId, String serviceNumber) {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            shown(events.provisioned("contoso.com", userId, userId + "@contoso.com", "Somebody"));
        }
        Map<String, Object> data = new HashMap<>(Map.of(
                "tenant",
                "contoso.com",
                "userId",
                userId,
                "conferenceId",
                conferenceId,
                "allowPstnOnlyMeetings",
                false,
                "pinSetAt",
                "2026-11-22T10:15:30Z",
                "pinSetBy",
                "admin"));
        if (serviceNumber != null) {
            data.put("serviceNumber", serviceNumber);
        }
        shown("pin.events", "foyer.pin.UserEnabled.v1", data);
    }

    private void settings(Map<String, ?> settings) {
        shown(
                "tenant.settings",
                "foyer.pin.TenantSettingsChanged.v1",
                Map.of("tenant", "contoso.com", "settings", settings));
    }

    private void shown(String topic, String type, Map<String, ?> data) {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            shown(events.send(topic, type, data));
        }
    }

    private void shown(Position position) {
        assertTrue(index.passed(List.of(position), Duration.ofSeconds(10)));
    }
}

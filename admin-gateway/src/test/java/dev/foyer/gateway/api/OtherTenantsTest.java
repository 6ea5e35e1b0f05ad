package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.api.RouteTable.Row;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Patience;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is contoso's, everybody of fabrikam asks for by every route that takes an id, in each role that may use it: it is not there. Where a service
 * is asked, it is asked for fabrikam, whose it has nothing; it is a stand-in that says so.
 */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@TestProfile(RouteRolesTest.Alone.class)
@Tag("F")
class OtherTenantsTest {

    private static final String LETTER = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> OF_CONTOSO = Map.of(
            "user", "st-1",
            "conferenceId", "4722001",
            "participantId", "st-app",
            "callId", "st-call",
            "id", "st-mail",
            "campaignId", "st-campaign",
            "letterId", LETTER,
            "tokenId", "st-token",
            "source", "number.of-st");

    /** Makes one of the asker's own, whatever others have; of operators alone, who have no tenant. */
    private static final Set<String> OF_NOBODY_ELSE =
            Set.of("PUT /api/v1/users/{user}", "DELETE /api/v1/tenants/{tenant}");

    /** Without them they would be refused before anything is looked for. */
    private static final Map<String, String> BODIES = Map.of(
            "PUT /api/v1/users/{user}/conference-id", "{\"conferenceId\": \"8150777\"}",
            "PATCH /api/v1/users/{user}/conferencing", "{\"allowPstnOnlyMeetings\": true}",
            "PATCH /api/v1/webhooks/{webhookId}", "{\"description\": \"Taken over\"}",
            "POST /api/v1/dead-letters/{letterId}/discard", "{\"reason\": \"Not mine.\"}",
            "POST /api/v1/bridge/calls/{callId}/organizer-pin", "{\"pin\": \"48213\"}",
            "POST /api/v1/meetings/{conferenceId}/participants",
                    "{\"participantId\": \"st-app\", \"displayName\": \"A Stranger\"}");

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI services;

    private StandIn service;

    @BeforeEach
    void somethingOfContoso() throws IOException {
        service = new StandIn(services.getPort()).alwaysAnswers(new Answer(404, "application/problem+json", """
                        {"type": "/problems/nothing-of-it", "title": "Nothing", "status": 404, "detail": "Nothing."}"""));
        Awaitility.await().until(index::isCaughtUp);
        List<Position> written = new ArrayList<>();
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            written.add(events.provisioned("contoso.com", "st-1", "stranger@contoso.com", "Contoso's Own"));
            written.add(events.enabled("contoso.com", "st-1", "4722001", "st-mail"));
            written.add(events.mail(
                    "foyer.notification.NotificationHeld.v1", "st-1", "st-mail", "to", "stranger@contoso.com"));
            written.add(said(
                    events,
                    "meeting",
                    "MeetingScheduled",
                    Map.of(
                            "conferenceId",
                            "4722001",
                            "organizerId",
                            "st-1",
                            "personal",
                            true,
                            "startWithoutPin",
                            false)));
            written.add(said(
                    events,
                    "meeting",
                    "CallerWaiting",
                    Map.of("conferenceId", "4722001", "callId", "st-call", "since", "2026-11-22T10:00:00Z")));
            written.add(said(
                    events,
                    "pin",
                    "CampaignStarted",
                    Map.of(
                            "campaignId", "st-campaign",
                            "action", "RESET_PIN",
                            "perSecond", 20,
                            "users", 3,
                            "at", "2026-11-22T10:00:00Z")));
            written.add(said(
                    events,
                    "pin",
                    "ScimTokenMade",
                    Map.of("tokenId", "st-token", "name", "Theirs", "digest", "of-st", "at", "2026-11-22T10:00:00Z")));
            written.add(said(
                    events,
                    "pin",
                    "ConferenceIdScanSuspected",
                    Map.of(
                            "source", "number.of-st",
                            "kind", "NUMBER",
                            "account", "bridge",
                            "unknownConferenceIds", 11,
                            "at", "2026-11-22T10:00:00Z")));
            written.add(events.buried(LETTER, "in.contoso.com.directory", "WHOLE", "{}", "Of contoso"));
        }
        assertTrue(index.passed(written, Duration.ofSeconds(10)));
    }

    @AfterEach
    void close() {
        service.close();
    }

    private static Position said(Events events, String of, String what, Map<String, ?> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("tenant", "contoso.com");
        return events.send(of + ".events", "foyer." + of + "." + what + ".v1", data);
    }

    /** @param account of the tests' own accounts, but for operators, who say of whom they speak */
    private static Response ask(String account, String tenant, Row route) {
        boolean operator = account.equals("operator");
        boolean own = operator || tenant.equals("contoso.com");
        RequestSpecification request = as(own ? account : account + "@fabrikam").config(Api.anyType());
        if (operator) {
            request.header("Foyer-Tenant", tenant);
        }
        boolean hasBody = !route.method().equals("GET") && !route.method().equals("DELETE");
        return request.contentType("application/json")
                .body(hasBody ? BODIES.getOrDefault(route.name(), "{}") : "")
                .request(route.method(), route.filled(OF_CONTOSO));
    }

    /** Others tests leave services behind that were away. */
    private static Response answered(String account, String tenant, Row route) {
        return Patience.await().until(() -> ask(account, tenant, route), answer -> answer.statusCode() != 503);
    }

    @Test
    void whatIsAnotherTenantsIsThereForNobody() {
        List<String> wrong = new ArrayList<>();
        for (Row route : RouteTable.rows()) {
            if (!route.path().contains("{") || OF_NOBODY_ELSE.contains(route.name())) {
                continue;
            }
            for (String account : route.accounts()) {
                Response answer = answered(account, "fabrikam.com", route);
                if (answer.statusCode() != 404 || answer.asString().contains("Contoso's Own")) {
                    wrong.add(account + " " + route.name() + ": " + answer.statusCode() + " " + answer.asString());
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertFalse(service.asked().isEmpty(), "some are known to a service alone");
        service.asked().forEach(asked -> {
            assertEquals("fabrikam.com", asked.token().path("tenant").asText(), asked.call());
            assertTrue(asked.call().contains("/tenants/fabrikam.com/"), asked.call());
        });
    }

    /** Else there would be nothing to find. */
    @Test
    void itIsThereForItsOwn() {
        List<String> missing = RouteTable.rows().stream()
                .filter(route -> route.method().equals("GET") && route.path().contains("{"))
                .filter(route -> !route.path().contains("/webhooks/")) // a service's alone
                .filter(route -> !route.path().endsWith("/invitation")) // written by a service
                .filter(route -> answered(route.accounts().iterator().next(), "contoso.com", route)
                                .statusCode()
                        != 200)
                .map(Row::name)
                .toList();
        assertEquals(List.of(), missing);
    }
}

package dev.foyer.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.secrets.Certificates;
import dev.foyer.proof.process.GatewayTokens;
import dev.foyer.proof.process.SpokenPins;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** One instance of pin-service, asked as the gateway asks it. */
final class PinInstance {

    private static final String TENANT_NAME = "contoso.com";
    private static final String TENANT = "/internal/v1/tenants/" + TENANT_NAME;
    private static final String CONFERENCE_ID = "1234567";

    private final Api api;
    private final Api management;
    private final GatewayTokens tokens;
    private final SpokenPins spoken;

    /** @param ports where it listens */
    static PinInstance of(BlackBox foyer, Ports ports) {
        SSLContext tls = Certificates.of(foyer.home()).client(Certificates.GATEWAY, "pin-service");
        return new PinInstance(
                Api.internal(ports.https(Endpoint.PIN), tls),
                Api.anonymous(ports.http(Endpoint.PIN_MANAGEMENT)),
                new GatewayTokens(foyer.gatewayKeys(), "pin-service", TENANT_NAME),
                foyer.spokenPins());
    }

    private PinInstance(Api internal, Api management, GatewayTokens tokens, SpokenPins spoken) {
        this.api = internal;
        this.management = management;
        this.tokens = tokens;
        this.spoken = spoken;
    }

    Answer settings(Map<String, ?> settings, String commandId) {
        return as(commandId).patch(TENANT + "/settings", settings);
    }

    Answer provision(String user, String commandId) {
        String upn = user + "@contoso.com";
        return as(commandId)
                .put(
                        TENANT + "/users/" + user,
                        Map.of("userPrincipalName", upn, "displayName", "Somebody", "primarySmtpAddress", upn));
    }

    Answer enable(String user, String commandId) {
        return as(commandId).post(TENANT + "/users/" + user + "/conferencing", Map.of());
    }

    Answer reset(String user, String commandId) {
        return as(commandId).post(TENANT + "/users/" + user + "/pin/reset", Map.of());
    }

    Answer resetConferenceId(String user, String commandId) {
        return as(commandId).post(TENANT + "/users/" + user + "/conference-id/reset", Map.of());
    }

    Answer verify(String user, String callId, String pin) {
        String sealed = spoken.seal(pin, TENANT_NAME, user, CONFERENCE_ID, callId, callId);
        return as("bridge", callId)
                .post(
                        TENANT + "/users/" + user + "/pin/verify",
                        Map.of("conferenceId", CONFERENCE_ID, "callId", callId, "sealedPin", sealed));
    }

    /** How many partitions it owns, all of them recovered; none while it is not ready. */
    int partitions() {
        try {
            Answer ready = management.get("/q/health/ready");
            for (JsonNode check : ready.body().path("checks")) {
                if (check.path("name").asText().equals("partitions") && ready.status() == 200) {
                    return check.path("data").size();
                }
            }
            return 0;
        } catch (CannotRun notYetThere) {
            return 0;
        }
    }

    private Api as(String commandId) {
        return as("conferencing-admin", commandId);
    }

    private Api as(String role, String commandId) {
        return api.with("Authorization", tokens.authorization(role, commandId));
    }
}

package dev.foyer.proof.bench;

import dev.foyer.base.tls.MutualTls;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.run.LocalFoyer;
import dev.foyer.local.secrets.Certificates;
import dev.foyer.proof.process.GatewayTokens;
import dev.foyer.proof.process.SpokenPins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;

/** Tries wrong PINs at pin-service, as the gateway would, and takes the time. */
final class Guesser {

    private static final String TENANT_NAME = "guesses.example";
    private static final String TENANT = "/internal/v1/tenants/" + TENANT_NAME;
    private static final String CONFERENCE_ID = "1234567";
    private static final double NANOS = 1e6;

    private final HttpClient http;
    private final URI address;
    private final GatewayTokens tokens;
    private final Api api;
    private final SpokenPins spoken;

    Guesser(LocalFoyer foyer) {
        this.address = foyer.ports().https(Endpoint.PIN);
        SSLContext tls = Certificates.of(foyer.home()).client(Certificates.GATEWAY, "pin-service");
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .sslParameters(MutualTls.parameters())
                .build();
        this.spoken = new SpokenPins(foyer.home().secrets().resolve("pin-verification-keys-public.json"));
        this.tokens = new GatewayTokens(
                foyer.home().secrets().resolve("gateway-keys-private.json"), "pin-service", TENANT_NAME);
        this.api = Api.internal(address, tls);
    }

    /** So many users of each kind; nobody is locked by what comes. */
    void prepare(int usersOfAKind) {
        expect(200, command().patch(TENANT + "/settings", Map.of("maximumLogonAttempts", 99, "pinLength", 12)));
        for (Organizer kind : Organizer.values()) {
            for (int i = 0; i < usersOfAKind; i++) {
                String user = user(kind, i);
                expect(201, command().put(user, Map.of("userPrincipalName", "u" + i, "displayName", "Somebody")));
                expect(201, command().post(user + "/conferencing", Map.of("sendEmail", false)));
                switch (kind) {
                    case ENABLED -> {}
                    case LOCKED -> expect(204, command().post(user + "/pin/lock", Map.of()));
                    case DISABLED -> expect(204, command().delete(user + "/conferencing"));
                    case REMOVED -> expect(204, command().delete(user));
                }
            }
        }
    }

    /** Milliseconds until the answer, which must look like every other one. */
    double guess(Organizer kind, int number, int call) {
        String sealed =
                spoken.seal("0000", TENANT_NAME, userId(kind, number), CONFERENCE_ID, "call-" + call, "guess-" + call);
        String body = "{\"conferenceId\":\"" + CONFERENCE_ID + "\",\"callId\":\"call-" + call + "\",\"sealedPin\":\""
                + sealed + "\"}";
        HttpRequest request = HttpRequest.newBuilder(address.resolve(user(kind, number) + "/pin/verify"))
                .header("Authorization", tokens.authorization("bridge", "guess-" + call))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            long asked = System.nanoTime();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            long took = System.nanoTime() - asked;
            if (answer.statusCode() != 200 || !answer.body().equals("{\"verified\":false,\"triesLeft\":2}")) {
                throw new IllegalStateException(
                        kind + " looks different: " + answer.statusCode() + " " + answer.body());
            }
            return took / NANOS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Api command() {
        return api.with(
                "Authorization",
                tokens.authorization("conferencing-admin", UUID.randomUUID().toString()));
    }

    private static String user(Organizer kind, int number) {
        return TENANT + "/users/" + userId(kind, number);
    }

    private static String userId(Organizer kind, int number) {
        return kind.words() + "-" + number;
    }

    private static void expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("Not " + status + ": " + answer);
        }
    }
}

package dev.foyer.ctl.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Signing in with a company's provider, where the person uses a browser anywhere (RFC 8628). */
public final class DeviceFlow {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final URI issuer;
    private final String clientId;
    private final JsonNode discovered;

    private DeviceFlow(URI issuer, String clientId, JsonNode discovered) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.discovered = discovered;
    }

    /** Reads the provider's discovery document. */
    public static DeviceFlow at(URI issuer, String clientId) {
        String base = issuer.toString().replaceAll("/$", "");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration"))
                .timeout(PATIENCE)
                .build();
        return new DeviceFlow(
                issuer, clientId, Json.parse(exchange(issuer, request).body()));
    }

    /**
     * Waits until the person has agreed.
     *
     * @param scope what is asked for
     * @param tell gets one sentence that says where to go and what to type there
     */
    public Profile.Company signIn(String scope, Consumer<String> tell, Gateway.Waiting waiting) {
        if (!discovered.has("device_authorization_endpoint")) {
            throw new CtlException(
                    ExitCode.NOT_SIGNED_IN,
                    issuer + " does not offer the device flow; see docs/operations/company-sign-in.md.");
        }
        JsonNode begun = post("device_authorization_endpoint", Map.of("client_id", clientId, "scope", scope));
        if (!begun.has("device_code")) {
            throw refused(begun);
        }
        String page = begun.path("verification_uri_complete")
                .asText(begun.path("verification_uri").asText());
        tell.accept("Open " + page + " in a browser and sign in; the code is "
                + begun.path("user_code").asText() + ".");
        int interval = begun.path("interval").asInt(5);
        Instant end = Instant.now().plusSeconds(begun.path("expires_in").asLong(600));
        while (Instant.now().isBefore(end)) {
            waiting.seconds(interval, "");
            JsonNode answer = post(
                    "token_endpoint",
                    Map.of(
                            "client_id",
                            clientId,
                            "device_code",
                            begun.path("device_code").asText(),
                            "grant_type",
                            "urn:ietf:params:oauth:grant-type:device_code"));
            switch (answer.path("error").asText()) {
                case "" -> {
                    return company(answer, scope, "");
                }
                case "authorization_pending" -> {}
                case "slow_down" -> interval += 5;
                default -> throw refused(answer);
            }
        }
        throw new CtlException(ExitCode.NOT_SIGNED_IN, "Nobody agreed in time; start again with foyerctl login.");
    }

    Profile.Company refreshed(Profile.Company before) {
        JsonNode answer = post(
                "token_endpoint",
                Map.of("client_id", clientId, "refresh_token", before.refresh(), "grant_type", "refresh_token"));
        if (!answer.has("access_token")) {
            throw refused(answer);
        }
        return company(answer, before.scope(), before.refresh());
    }

    /** @param refresh what renews it, if the answer says nothing else */
    private Profile.Company company(JsonNode answer, String scope, String refresh) {
        return new Profile.Company(
                issuer,
                clientId,
                scope,
                answer.path("access_token").asText(),
                answer.path("refresh_token").asText(refresh),
                Instant.now().plusSeconds(answer.path("expires_in").asLong(60)));
    }

    private CtlException refused(JsonNode answer) {
        String error = answer.path("error").asText("no reason given");
        return new CtlException(
                ExitCode.NOT_SIGNED_IN,
                issuer + " did not sign you in (" + error + "); start again with foyerctl login"
                        + (error.equals("invalid_scope") ? ", and say --scope with those that it has." : "."));
    }

    private JsonNode post(String endpoint, Map<String, String> form) {
        String body = new LinkedHashMap<>(form)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(door(endpoint))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return Json.parse(exchange(issuer, request).body());
    }

    /** One of its addresses, as the discovery document says. */
    private URI door(String endpoint) {
        if (!discovered.path(endpoint).isTextual()) {
            throw new CtlException(
                    ExitCode.AWAY,
                    issuer + " answers, but its discovery document names no " + endpoint + "; check --issuer.");
        }
        return Address.ofProvider(discovered.path(endpoint).asText());
    }

    private static HttpResponse<String> exchange(URI issuer, HttpRequest request) {
        try {
            HttpResponse<String> answer = Http.client(request.uri()).send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                throw new CtlException(
                        ExitCode.AWAY,
                        issuer + " cannot sign you in now (status " + answer.statusCode() + "); try again later.");
            }
            return answer;
        } catch (IOException e) {
            throw Http.away(issuer, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CtlException(ExitCode.STOPPED, "Stopped.");
        }
    }
}

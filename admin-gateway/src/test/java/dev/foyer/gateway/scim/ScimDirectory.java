package dev.foyer.gateway.scim;

import static io.restassured.RestAssured.given;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** Users and a token of contoso.com, as the gateway reads of them: Mira who is not enabled, Amos who is, and one of another tenant. */
final class ScimDirectory {

    static final String SCIM = "application/scim+json";

    private static final RestAssuredConfig SAYS_SCIM = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs(SCIM, ContentType.JSON));

    private final ScimToken token = ScimToken.make("contoso.com");

    ScimDirectory(ReadModel index) {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            List<Position> written = new ArrayList<>();
            written.add(events.send(
                    "pin.events",
                    "foyer.pin.UserProvisioned.v1",
                    user(
                            "contoso.com",
                            "u-mira",
                            "mira@contoso.com",
                            "Mira Holm",
                            Map.of(
                                    "phoneNumbers", List.of("+14255550113"),
                                    "externalId", "00u1a2b3",
                                    "phoneTypes", Map.of("+14255550113", "work")))));
            written.add(events.send(
                    "pin.events",
                    "foyer.pin.UserProvisioned.v1",
                    user("contoso.com", "u-amos", "amos.marble@contoso.com", "Amos Marble", Map.of())));
            written.add(events.enabled("contoso.com", "u-amos", "4711007", "n-1"));
            written.add(events.send(
                    "pin.events",
                    "foyer.pin.UserProvisioned.v1",
                    user("fabrikam.com", "u-of-fabrikam", "mira@fabrikam.com", "Mira", Map.of())));
            written.add(made(events, token, null));
            Assertions.assertTrue(index.passed(written, Duration.ofSeconds(20)));
        }
    }

    private static Map<String, Object> user(
            String tenant, String id, String name, String displayName, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "tenant",
                tenant,
                "userId",
                id,
                "userPrincipalName",
                name,
                "displayName",
                displayName,
                "primarySmtpAddress",
                name,
                "preferredLanguage",
                "en"));
        data.putAll(more);
        return data;
    }

    static Position made(Events events, ScimToken token, Instant expiresAt) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "tenant", token.tenant(),
                "tokenId", token.id(),
                "name", "Entra ID",
                "digest", token.digest(),
                "at", Instant.now().toString()));
        if (expiresAt != null) {
            data.put("expiresAt", expiresAt.toString());
        }
        return events.send("pin.events", "foyer.pin.ScimTokenMade.v1", data);
    }

    ScimToken token() {
        return token;
    }

    /** With the token. */
    RequestSpecification asked() {
        return asked(token.text());
    }

    static RequestSpecification asked(String bearer) {
        return given().config(SAYS_SCIM)
                .header("Authorization", "Bearer " + bearer)
                .accept(SCIM)
                .contentType(SCIM)
                .urlEncodingEnabled(true);
    }
}

package dev.foyer.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Commands for one aggregate as another instance passes them on to the one under test, written without the kit's own
 * code: an attacker has none of it either.
 *
 * @param service whose instance passes them on
 * @param type the name of the kind of aggregate
 * @param format the kind's {@code exchange}
 */
public record PassedOn(String service, String type, String format, String id) {

    private static final JsonMapper JSON = Json.mapper().build();

    /** Whether it was decided. Fails when the answer is another one than an outcome, or the refusal to believe. */
    public boolean believed(byte[] command, CommandMeta meta) {
        JsonNode outcome = outcome(command, meta);
        return switch (outcome.path("@type").asText()) {
            case "Done", "Refused" -> true;
            case "NotNow" -> {
                if (!outcome.path("detail").asText().startsWith("The owner does not believe who asks")) {
                    throw new AssertionError("Not asked: " + outcome);
                }
                yield false;
            }
            default -> throw new AssertionError(outcome.toString());
        };
    }

    /** The owner's answer. */
    public JsonNode outcome(byte[] command, CommandMeta meta) {
        ObjectNode request = JSON.createObjectNode().put("hops", 2).put("millisecondsLeft", 9000);
        ObjectNode submit = request.putArray("asks")
                .addObject()
                .put("@type", "Submit")
                .put("type", type)
                .put("format", format)
                .put("id", id);
        submit.putRawValue("command", new RawValue(new String(command, StandardCharsets.UTF_8)));
        ObjectNode said =
                submit.putObject("meta").put("commandId", meta.commandId()).put("correlationId", meta.correlationId());
        said.putObject("actor")
                .put("name", meta.actor().name())
                .put("role", meta.actor().role())
                .put("userId", meta.actor().userId());
        if (meta.credential() != null) {
            said.putObject("credential").put("value", meta.credential().value());
        }
        try {
            byte[] answer =
                    sent(service, request.toString()).statusCode(200).extract().asByteArray();
            return JSON.readTree(answer).path("outcomes").path(0);
        } catch (IOException e) {
            throw new AssertionError("No JSON", e);
        }
    }

    /** Any body, as an instance of that service sends it. */
    public static ValidatableResponse sent(String service, String body) {
        return RestAssured.given()
                .contentType("application/json")
                .header("Foyer-Instance", InstanceToken.of(service).signed(body))
                .body(body)
                .post("/internal/commands")
                .then();
    }

    /** A new command of this actor. */
    public static CommandMeta by(Actor actor) {
        String id = UUID.randomUUID().toString();
        return new CommandMeta(id, id, actor);
    }
}

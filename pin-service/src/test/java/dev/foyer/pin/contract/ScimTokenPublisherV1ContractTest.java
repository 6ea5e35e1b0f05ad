package dev.foyer.pin.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.pin.domain.scimtoken.ScimTokenAnswer.TokenNoted;
import dev.foyer.pin.domain.scimtoken.ScimTokenDecider;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent.TokenMade;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent.TokenRevoked;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent.TokenUsed;
import dev.foyer.pin.domain.scimtoken.ScimTokens;
import dev.foyer.pin.domain.user.Around;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of tokens is published as the examples say. */
@Tag("G4")
class ScimTokenPublisherV1ContractTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final CommandMeta META = new CommandMeta("command-1", "command-1", Around.ADMIN);
    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");
    private static final String ID = "9f86d081884c7d65";
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final TokenMade FOR_A_YEAR =
            new TokenMade(ID, "Entra ID", DIGEST, Instant.parse("2027-11-27T00:00:00Z"), NOW, "admin");
    private static final TokenMade FOR_EVER = new TokenMade(ID, "Entra ID", DIGEST, null, NOW, "admin");

    @Test
    void eachOfThem() {
        becomes("ScimTokenMade", "full", ScimTokens.NONE, FOR_A_YEAR);
        // The least of it is what a tenant's own topic has: the digest stays with the services.
        ObjectNode least =
                new Examples("pin.events").json("ScimTokenMade", "minimal").deepCopy();
        becomes("ScimTokenMade", least.put("digest", DIGEST), ScimTokens.NONE, FOR_EVER);
        ScimTokens there = new ScimTokenDecider().evolve(ScimTokens.NONE, FOR_EVER);
        becomes("ScimTokenRevoked", "full", there, new TokenRevoked(ID, NOW));
        becomes("ScimTokenUsed", "full", there, new TokenUsed(ID, LocalDate.parse("2026-11-27")));
    }

    private static void becomes(String type, String which, ScimTokens before, ScimTokenEvent event) {
        becomes(type, new Examples("pin.events").json(type, which), before, event);
    }

    private static void becomes(String type, JsonNode data, ScimTokens before, ScimTokenEvent event) {
        ScimTokens after = new ScimTokenDecider().evolve(before, event);
        List<PublicRecord> made = new ScimTokenPublisherV1()
                .publish(new Fact<>("contoso.com", before, event, after, new TokenNoted(ID), META, 1));
        assertEquals(1, made.size());
        PublicRecord record = made.getFirst();
        assertEquals("pin.events", record.topic());
        assertEquals(data, JSON.valueToTree(record.data()));
        assertEquals("foyer.pin." + type + ".v1", record.type());
        assertEquals("contoso.com", record.key());
        assertEquals("contoso.com", record.tenant());
    }
}

package dev.foyer.meeting.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.meeting.domain.leg.Leg;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegEvent.LegTurnedAway;
import dev.foyer.meeting.domain.leg.LegEvent.Refusal;
import dev.foyer.testing.EnvelopeCheck;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refused call becomes is what the files say. */
@Tag("G2")
class LegPublisherV1ContractTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");

    /** Digits that nobody can dial stand nowhere, not even in the key: they may be somebody's PIN. */
    @ParameterizedTest
    @CsvSource({"full, 471100815, +390212345678, 471100815", "minimal,,, call-1"})
    void aRefusalBecomesItsExample(String which, String conferenceId, String from, String key) {
        JsonNode example = Examples.ours().json("CallerRefused.v1", which);
        LegTurnedAway event = new LegTurnedAway(
                conferenceId, Refusal.valueOf(example.path("reason").asText()), from, AT);
        CommandMeta meta = new CommandMeta("c-1", "k-1", new Actor("bridge-topic", "bridge-topic", null));
        List<PublicRecord> published = new LegPublisherV1()
                .publish(new Fact<>(
                        "contoso.com/call-1",
                        new Leg.Nowhere(),
                        event,
                        new Leg.Nowhere(),
                        new LegAnswer.LegNoted(),
                        meta,
                        1));
        assertEquals(1, published.size());
        PublicRecord made = published.getFirst();
        assertEquals(example, JSON.valueToTree(made.data()));
        assertEquals("foyer.meeting.CallerRefused.v1", made.type());
        assertEquals(key, made.key());
        assertEquals("contoso.com", made.tenant());
        assertEquals(List.of(), EnvelopeCheck.problems(made, meta));
    }
}

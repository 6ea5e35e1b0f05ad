package dev.foyer.pin.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.pin.domain.scan.CallSource;
import dev.foyer.pin.domain.scan.CallSourceAnswer.Cleared;
import dev.foyer.pin.domain.scan.CallSourceEvent;
import dev.foyer.pin.domain.scan.CallSourceEvent.SourceCleared;
import dev.foyer.pin.domain.scan.CallSourceEvent.SourceForgotten;
import dev.foyer.pin.domain.scan.CallSourceEvent.UnknownIdCounted;
import dev.foyer.pin.domain.scan.CallSourceEvent.WrongPinCounted;
import dev.foyer.pin.domain.scan.Misses;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Suspected scans are published as the examples say, and nothing else of callers is. */
@Tag("G2")
class CallSourcePublisherV1ContractTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final CommandMeta META = new CommandMeta("c-1", "c-1", new Actor("bridge", "bridge", null));
    private static final Instant NOW = Instant.parse("2026-11-26T10:15:30Z");
    private static final String NUMBER = "number.9f86d081884c7d659a2feaa0c55ad015";
    private static final Misses ELEVEN = new Misses(11, 11, NOW, NOW.plusSeconds(1));
    private static final Misses SIX = new Misses(6, 6, NOW, NOW.plusSeconds(1));
    private static final Misses NONE = new Misses(0, 0, null, null);

    @Test
    void suspectedScans() {
        CallSource both = new CallSource(ELEVEN, SIX, Map.of(), true, NOW);
        is(NUMBER, both, new UnknownIdCounted("+390212345678", ELEVEN, true, NOW), "ConferenceIdScanSuspected", "full");
        is(
                NUMBER,
                both,
                new WrongPinCounted("+390212345678", "u-17", SIX, true, NOW),
                "ConferenceIdScanSuspected",
                "full");
        Misses many = new Misses(1001, 1001, NOW, null);
        is(
                "account.bridge",
                new CallSource(many, NONE, Map.of(), true, NOW),
                new UnknownIdCounted(null, many, true, NOW),
                "ConferenceIdScanSuspected",
                "minimal");
        is(NUMBER, both, new SourceCleared(NOW), "ConferenceIdScanCleared", "full");
        is(NUMBER, both, new SourceForgotten(NOW), "ConferenceIdScanCleared", "full");
    }

    @Test
    void whoseMissesNobodyWasToldOfIsForgottenInSilence() {
        CallSource one = new CallSource(new Misses(1, 1, NOW, null), NONE, Map.of(), false, NOW);
        assertEquals(List.of(), published(NUMBER, one, new SourceForgotten(NOW)));
    }

    @Test
    void whomAPinWasTriedAtIsNotSaid() {
        CallSource both = new CallSource(ELEVEN, SIX, Map.of("u-17", NOW), true, NOW);
        assertFalse(published(NUMBER, both, new WrongPinCounted("+390212345678", "u-17", SIX, true, NOW))
                .toString()
                .contains("u-17"));
    }

    @Test
    void misdialledIdsAreNobodysBusiness() {
        CallSource one = new CallSource(new Misses(1, 1, NOW, null), NONE, Map.of(), false, NOW);
        assertEquals(List.of(), published(NUMBER, one, new UnknownIdCounted("+390212345678", one.ids(), false, NOW)));
        assertEquals(List.of(), published(NUMBER, one, new WrongPinCounted("+390212345678", "u-17", SIX, false, NOW)));
    }

    private static List<PublicRecord> published(String source, CallSource after, CallSourceEvent event) {
        return new CallSourcePublisherV1()
                .publish(new Fact<>("contoso.com/" + source, after, event, after, new Cleared(), META, 1));
    }

    private static void is(String source, CallSource after, CallSourceEvent event, String type, String which) {
        PublicRecord made = published(source, after, event).getFirst();
        assertEquals("pin.events", made.topic());
        assertEquals(new Examples("pin.events").json(type, which), JSON.valueToTree(made.data()));
        assertEquals("foyer.pin." + type + ".v1", made.type());
        assertEquals("contoso.com/" + source, made.key());
        assertEquals("contoso.com", made.tenant());
    }
}

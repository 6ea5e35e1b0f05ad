package dev.foyer.meeting.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import dev.foyer.meeting.contract.Examples;
import dev.foyer.meeting.inbound.TenantSettingsTable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After which silence a call has left is what pin-service says that its tenant chose, and otherwise what is configured. */
@Tag("E6")
class ChosenSilencesTest {

    private static final Duration STANDARD = Duration.ofMinutes(10);
    private static final Instant TIME = Instant.parse("2026-11-28T10:15:31Z");

    private final TenantSettingsTable settings = new TenantSettingsTable();
    private boolean read = true;
    private final ChosenSilences silences = new ChosenSilences(settings, () -> read, STANDARD);
    private long offset;

    @Test
    void eachTenantHasItsOwn() {
        say("contoso.com", example("full"));
        say("fabrikam.com", example("minimal"));
        assertEquals(Duration.ofMinutes(30), silences.of("contoso.com"));
        assertEquals(STANDARD, silences.of("fabrikam.com"));
        assertEquals(STANDARD, silences.of("never-heard-of.example"));
    }

    @Test
    void whoGoesByThemIsToldWhenOneBecomesAnotherAndNotOfOtherSettings() {
        long first = silences.edition();
        say("contoso.com", example("full"));
        long chosen = silences.edition();
        assertNotEquals(first, chosen);
        ObjectNode other = example("full");
        other.withObject("settings").put("lobbyAdmission", "AUTOMATIC");
        say("contoso.com", other);
        say("fabrikam.com", example("minimal"));
        assertEquals(chosen, silences.edition());
        say("contoso.com", example("minimal"));
        assertNotEquals(chosen, silences.edition());
        assertEquals(STANDARD, silences.of("contoso.com"));
    }

    /** After a start: whoever has chosen a long one is not to lose a call because that is not known yet. */
    @Test
    void untilTheSettingsAreReadNobodyHasBeenSilentForTooLong() {
        read = false;
        assertEquals(0, silences.edition(), "nobody is asked anew for that");
        assertEquals(Duration.ofHours(24), silences.of("contoso.com"));
        say("contoso.com", example("full"));
        read = true;
        assertEquals(Duration.ofMinutes(30), silences.of("contoso.com"));
        assertNotEquals(0, silences.edition());
    }

    @Test
    void untilTheSettingsAreReadHeartbeatsAreNotedAsOfTheShortestAnybodyCanHave() {
        read = false;
        say("contoso.com", example("full"));
        assertEquals(Duration.ofMinutes(1), silences.shortestOf("contoso.com"));
        assertEquals(
                Duration.ofSeconds(2),
                new ChosenSilences(settings, () -> read, Duration.ofSeconds(2)).shortestOf("contoso.com"));
        read = true;
        assertEquals(Duration.ofMinutes(30), silences.shortestOf("contoso.com"));
        assertEquals(STANDARD, silences.shortestOf("fabrikam.com"));
    }

    /** A later pin-service may know of others; nobody is thrown out because of that. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1441})
    void whatWeDoNotKnowIsAsConfigured(int minutes) {
        ObjectNode later = example("full");
        later.withObject("settings").put("callSilence", minutes);
        say("contoso.com", later);
        assertEquals(STANDARD, silences.of("contoso.com"));
    }

    private static ObjectNode example(String which) {
        return Examples.pins("tenant.settings")
                .json("TenantSettingsChanged.v1", which)
                .deepCopy();
    }

    private void say(String tenant, JsonNode data) {
        ((ObjectNode) data).put("tenant", tenant);
        settings.table()
                .handler()
                .handle(new InboundEvent(
                        new Envelope(
                                "command-1.0",
                                "/foyer/pin-service",
                                "foyer.pin.TenantSettingsChanged.v1",
                                tenant,
                                TIME,
                                tenant,
                                12L),
                        new Cause("admin", "conferencing-admin", "command-1", "correlation-1"),
                        new Origin("tenant.settings", 0, offset++, null, TIME),
                        data));
    }
}

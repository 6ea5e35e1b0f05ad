package dev.foyer.pin.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.pin.domain.tenant.Settings;
import dev.foyer.pin.domain.tenant.Tenant;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantEvent;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingChange;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingsChanged;
import dev.foyer.pin.domain.tenant.TenantEvent.TenantAdded;
import dev.foyer.pin.domain.tenant.TenantEvent.TenantRemoved;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.Around;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to a tenant is published as the examples say. */
class TenantPublisherV1ContractTest {

    private static final JsonMapper JSON = Json.mapper().build();

    @Test
    void aFullChangeBecomesItsExample() {
        becomes(
                "full",
                new SettingsChanged(
                        Settings.EVERYTHING,
                        List.of(
                                new SettingChange("pinLength", "5", "8"),
                                new SettingChange("maximumLogonAttempts", null, "10"))));
    }

    @Test
    void theDefaultsBecomeTheMinimalExample() {
        becomes("minimal", new SettingsChanged(TenantSettings.DEFAULT, List.of()));
    }

    @Test
    void comingAndGoingBecomeTheirExamples() {
        Instant at = Instant.parse("2026-11-26T10:15:30Z");
        is("TenantAdded", "full", new TenantAdded(true, at));
        is("TenantAdded", "minimal", new TenantAdded(false, at));
        is("TenantRemoved", "full", new TenantRemoved(at));
    }

    private static void is(String type, String which, TenantEvent event) {
        var published = new TenantPublisherV1()
                .publish(new Fact<>(
                        "contoso.com",
                        Tenant.NEW,
                        event,
                        Tenant.NEW,
                        new TenantAnswer.Done(),
                        new CommandMeta("command-1", "command-1", Around.ADMIN),
                        1));
        assertEquals(1, published.size());
        PublicRecord made = published.getFirst();
        assertEquals("pin.events", made.topic());
        assertEquals(new Examples("pin.events").json(type, which), JSON.valueToTree(made.data()));
        assertEquals("foyer.pin." + type + ".v1", made.type());
        assertEquals("contoso.com", made.key());
        assertEquals("contoso.com", made.tenant());
    }

    private static void becomes(String which, SettingsChanged event) {
        var meta = new CommandMeta("command-1", "command-1", Around.ADMIN);
        var answer = new TenantAnswer.Settings(event.settings());
        var published = new TenantPublisherV1()
                .publish(new Fact<>("contoso.com", Tenant.NEW, event, Tenant.NEW, answer, meta, 1));
        assertEquals(
                List.of("tenant.settings", "pin.events"),
                published.stream().map(PublicRecord::topic).toList());
        for (PublicRecord made : published) {
            assertEquals(
                    new Examples(made.topic()).json("TenantSettingsChanged", which), JSON.valueToTree(made.data()));
            assertEquals("foyer.pin.TenantSettingsChanged.v1", made.type());
            assertEquals("contoso.com", made.key());
            assertEquals("contoso.com", made.tenant());
        }
    }
}

package dev.foyer.pin.inbound;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.eventsourcing.inbound.LatestByKey;
import dev.foyer.pin.contract.TenantSettingsV1;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Every tenant's settings in memory, from {@code tenant.settings}: users and settings lie in different partitions, so a
 * user's owner cannot ask the settings' owner while it decides. Thread-safe.
 */
@ApplicationScoped
public class TenantSettingsTable {

    private static final String TYPE = "foyer.pin.TenantSettingsChanged.v1";

    private final LatestByKey<TenantSettings> byTenant =
            new LatestByKey<>(TYPE, event -> EventData.of(event).text("tenant"), TenantSettingsTable::settings);

    private record Changed(TenantSettingsV1 settings) {}

    /** The defaults for a tenant that has set nothing. */
    public TenantSettings of(String tenant) {
        return byTenant.get(tenant).orElse(TenantSettings.DEFAULT);
    }

    /** What the topic's reader feeds. */
    public InboundHandler handler() {
        return byTenant;
    }

    private static TenantSettings settings(InboundEvent event) {
        TenantSettings settings = EventData.required(
                        EventData.of(event).as(Changed.class).settings(), "settings")
                .settings();
        int length = settings.pins().pinLength();
        if (length < Pin.SHORTEST || length > Pin.LONGEST) {
            throw new Unacceptable("The settings are not whole: no PIN could be made by them.");
        }
        return settings;
    }
}

package dev.foyer.pin.contract;

import dev.foyer.eventsourcing.Publisher;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantEvent;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingsChanged;
import dev.foyer.pin.domain.tenant.TenantSettings;
import java.util.List;

/** Settings for everybody: the whole of them each time, so that a compacted topic suffices. */
public final class TenantPublisher implements Publisher<TenantSettings, TenantEvent, TenantAnswer> {

    @Override
    public List<PublicRecord> publish(Fact<TenantSettings, TenantEvent, TenantAnswer> fact) {
        String tenant = fact.aggregateId();
        return switch (fact.event()) {
            case SettingsChanged(TenantSettings settings, var changes) -> {
                var data = new PinEventsV1.TenantSettingsChanged(tenant, settings, changes);
                yield List.of(new PublicRecord(PinTopics.TENANT_SETTINGS, tenant, data.type(), tenant, tenant, data));
            }
        };
    }
}

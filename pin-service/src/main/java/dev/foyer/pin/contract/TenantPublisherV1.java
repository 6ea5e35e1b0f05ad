package dev.foyer.pin.contract;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantEvent;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingsChanged;
import dev.foyer.pin.domain.tenant.TenantSettings;
import java.util.List;
import java.util.stream.Stream;

/** Settings for everybody: the whole of them each time, so that a compacted topic suffices; and each change for the audit. */
public final class TenantPublisherV1 implements Publisher<TenantSettings, TenantEvent, TenantAnswer> {

    @Override
    public List<PublicRecord> publish(Fact<TenantSettings, TenantEvent, TenantAnswer> fact) {
        String tenant = fact.aggregateId();
        return switch (fact.event()) {
            case SettingsChanged(TenantSettings settings, var changes) -> {
                var data = new PinEventsV1.TenantSettingsChanged(tenant, TenantSettingsV1.of(settings), changes);
                // Twice: whoever decides by them needs the last only, whoever audits needs every change.
                yield Stream.of(PinTopics.TENANT_SETTINGS, PinTopics.EVENTS)
                        .map(topic -> new PublicRecord(topic, tenant, data.type(), tenant, tenant, data))
                        .toList();
            }
        };
    }
}

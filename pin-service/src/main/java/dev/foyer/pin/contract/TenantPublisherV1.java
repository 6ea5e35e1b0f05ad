package dev.foyer.pin.contract;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.pin.domain.tenant.Tenant;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantEvent;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingsChanged;
import dev.foyer.pin.domain.tenant.TenantEvent.TenantAdded;
import dev.foyer.pin.domain.tenant.TenantEvent.TenantRemoved;
import dev.foyer.pin.domain.tenant.TenantSettings;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * That a tenant came or went; and settings for everybody: the whole of them each time, so that a compacted topic suffices,
 * and each change for the audit.
 */
public final class TenantPublisherV1 implements Publisher<Tenant, TenantEvent, TenantAnswer> {

    @Override
    public List<PublicRecord> publish(Fact<Tenant, TenantEvent, TenantAnswer> fact) {
        String tenant = fact.aggregateId();
        return switch (fact.event()) {
            case SettingsChanged(TenantSettings settings, var changes) -> {
                var data = new PinEventsV1.TenantSettingsChanged(tenant, TenantSettingsV1.of(settings), changes);
                // Twice: whoever decides by them needs the last only, whoever audits needs every change.
                yield Stream.of(PinTopics.TENANT_SETTINGS, PinTopics.EVENTS)
                        .map(topic -> new PublicRecord(topic, tenant, data.type(), tenant, tenant, data))
                        .toList();
            }
            case TenantAdded(boolean again, Instant at) ->
                List.of(event(tenant, new PinEventsV1.TenantAdded(tenant, again, at)));
            case TenantRemoved(Instant at) -> List.of(event(tenant, new PinEventsV1.TenantRemoved(tenant, at)));
        };
    }

    private static PublicRecord event(String tenant, PinEventsV1 data) {
        return new PublicRecord(PinTopics.EVENTS, tenant, data.type(), tenant, tenant, data);
    }
}

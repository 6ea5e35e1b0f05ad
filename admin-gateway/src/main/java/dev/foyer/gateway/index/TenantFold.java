package dev.foyer.gateway.index;

import java.time.Instant;

/** What the events about a tenant's coming and going make of it. Pure; an event seen twice makes the same again. */
final class TenantFold {

    private static final String ADDED = "foyer.pin.TenantAdded.v1";
    private static final String REMOVED = "foyer.pin.TenantRemoved.v1";

    private TenantFold() {}

    static boolean understands(String type) {
        return type.equals(ADDED) || type.equals(REMOVED);
    }

    static TenantEntry apply(TenantEntry before, PublicEvent event) {
        if (before != null && event.sequence() < before.version()) {
            return before;
        }
        Instant since = before == null ? null : before.since();
        return event.envelope().type().equals(ADDED)
                ? new TenantEntry(
                        event.tenant(),
                        event.sequence(),
                        true,
                        event.flag("again") ? event.envelope().time() : since)
                : new TenantEntry(event.tenant(), event.sequence(), false, since);
    }
}

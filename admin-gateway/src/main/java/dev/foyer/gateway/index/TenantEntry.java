package dev.foyer.gateway.index;

import java.time.Instant;

/**
 * That a tenant was added or removed. Of tenants of which nobody ever said so there is none: configuration names them.
 *
 * @param version of the last event that changed it
 * @param there whether it was added last, and not removed
 * @param since it came again after a removal: nothing from before is its; {@code null}: it never did
 */
public record TenantEntry(String tenant, long version, boolean there, Instant since) implements Entry {

    @Override
    public String key() {
        return tenant;
    }

    /** Whether something of that time is the tenant's that is there now. @param at {@code null}: of no time */
    boolean owns(Instant at) {
        return since == null || at == null || !at.isBefore(since);
    }
}

package dev.foyer.gateway.tenantevents;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What was done with the events of the services. */
record TenantEventCounters(Counter copied, Counter unassigned, Counter unreadable) {

    static TenantEventCounters of(MeterRegistry metrics) {
        return new TenantEventCounters(
                metrics.counter("foyer.tenant.events", "outcome", "copied"),
                metrics.counter("foyer.tenant.events", "outcome", "unassigned"),
                metrics.counter("foyer.tenant.events", "outcome", "unreadable"));
    }

    /** Written into the topics of their tenants. */
    void copied(int events) {
        copied.increment(events);
    }

    /** Of no tenant that has a topic. */
    void unassigned(int events) {
        unassigned.increment(events);
    }

    /** Left out, because not even who may read it can be told. */
    void leftOut() {
        unreadable.increment();
    }
}

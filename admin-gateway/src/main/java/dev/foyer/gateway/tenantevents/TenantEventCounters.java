package dev.foyer.gateway.tenantevents;

import dev.foyer.service.CountedWords;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** What was done with the events of the services. */
record TenantEventCounters(CountedWords events) {

    static TenantEventCounters of(MeterRegistry metrics) {
        return new TenantEventCounters(CountedWords.of(
                metrics,
                "foyer.tenant.events",
                "Events of the services, by whether they were copied to the topic of their tenant",
                "outcome",
                List.of("copied", "unassigned", "unreadable")));
    }

    /** Written into the topics of their tenants. */
    void copied(int events) {
        this.events.count("copied", events);
    }

    /** Of no tenant that has a topic. */
    void unassigned(int events) {
        this.events.count("unassigned", events);
    }

    /** Left out, because not even who may read it can be told. */
    void leftOut() {
        events.count("unreadable");
    }
}

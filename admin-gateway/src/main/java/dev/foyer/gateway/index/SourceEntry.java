package dev.foyer.gateway.index;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An address that has, or had, to wait after failed sign-ins.
 *
 * @param tenant {@link #NO_TENANT}
 * @param version of the last event that changed it
 * @param delayedUntil every name has to wait until then; {@code null}: not all of them
 * @param nameDelayedUntil that name has to wait until then, by digest
 */
public record SourceEntry(
        String tenant, String address, long version, Instant delayedUntil, Map<String, Instant> nameDelayedUntil)
        implements Entry {

    /** Of records that belong to no tenant: no account has it, so nobody is shown them by mistake. */
    public static final String NO_TENANT = "-";

    public SourceEntry {
        nameDelayedUntil = Map.copyOf(nameDelayedUntil);
    }

    @Override
    public String key() {
        return address;
    }

    /** What is over at that time is forgotten. */
    static SourceEntry of(SourceEntry before, PublicEvent event) {
        Instant at = event.time("at");
        Map<String, Instant> names = new LinkedHashMap<>(before == null ? Map.of() : before.nameDelayedUntil());
        names.values().removeIf(until -> !until.isAfter(at));
        Instant name = event.time("nameDelayedUntil");
        if (name != null) {
            names.put(event.text("name"), name);
        }
        return new SourceEntry(
                event.tenant(), event.text("address"), event.sequence(), event.time("delayedUntil"), names);
    }
}

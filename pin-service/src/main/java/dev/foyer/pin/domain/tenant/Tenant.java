package dev.foyer.pin.domain.tenant;

/** One tenant: whether there is one, and its settings. Immutable. */
public record Tenant(Presence presence, TenantSettings settings) {

    /** Whether there is one. */
    public enum Presence {
        /** Nobody ever said so here: those that configuration names, and those that never were. */
        UNSAID,
        /** It was added. */
        THERE,
        /** It was removed; what it had does not count any more. */
        GONE
    }

    /** Of which nothing is known. */
    public static final Tenant NEW = new Tenant(Presence.UNSAID, TenantSettings.DEFAULT);

    Tenant with(Presence next) {
        return new Tenant(next, settings);
    }

    Tenant with(TenantSettings next) {
        return new Tenant(presence, next);
    }
}

package dev.foyer.pin.domain.tenant;

/** What can be asked of a tenant. */
public sealed interface TenantCommand {

    /**
     * Replaces the settings, if they still are what the caller saw: two changes at once must not undo each other.
     *
     * @param seen what the change was made from
     */
    record ReplaceSettings(TenantSettings seen, TenantSettings wanted) implements TenantCommand {}

    /** It is there from now on; one that was removed comes again with nothing of what it had. */
    record AddTenant() implements TenantCommand {}

    /** It is gone from now on. */
    record RemoveTenant() implements TenantCommand {}
}

package dev.foyer.pin.domain.tenant;

/** What can be asked of a tenant's settings. */
public sealed interface TenantCommand {

    /**
     * Replaces the settings, if they still are what the caller saw: two changes at once must not undo each other.
     *
     * @param seen what the change was made from
     */
    record ReplaceSettings(TenantSettings seen, TenantSettings wanted) implements TenantCommand {}
}

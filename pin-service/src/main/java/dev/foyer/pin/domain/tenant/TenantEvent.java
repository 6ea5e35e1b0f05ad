package dev.foyer.pin.domain.tenant;

import java.time.Instant;
import java.util.List;

/** What happened to a tenant. */
public sealed interface TenantEvent {

    /** Carries all settings after the change, and what changed for the audit. */
    record SettingsChanged(TenantSettings settings, List<SettingChange> changes) implements TenantEvent {}

    /** @param again it was removed before: nothing from before {@code at} is its */
    record TenantAdded(boolean again, Instant at) implements TenantEvent {}

    record TenantRemoved(Instant at) implements TenantEvent {}

    /** One setting, as text; {@code null} for not set. */
    record SettingChange(String name, String from, String to) {}
}

package dev.foyer.pin.domain.tenant;

import java.util.List;

/** What happened to a tenant's settings. */
public sealed interface TenantEvent {

    /** Carries all settings after the change, and what changed for the audit. */
    record SettingsChanged(TenantSettings settings, List<SettingChange> changes) implements TenantEvent {}

    /** One setting, as text; {@code null} for not set. */
    record SettingChange(String name, String from, String to) {}
}

package dev.foyer.pin.domain.tenant;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.pin.domain.tenant.Tenant.Presence;
import dev.foyer.pin.domain.tenant.TenantCommand.AddTenant;
import dev.foyer.pin.domain.tenant.TenantCommand.RemoveTenant;
import dev.foyer.pin.domain.tenant.TenantCommand.ReplaceSettings;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingChange;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingsChanged;
import dev.foyer.pin.domain.tenant.TenantEvent.TenantAdded;
import dev.foyer.pin.domain.tenant.TenantEvent.TenantRemoved;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether there is a tenant, and which settings it may have. The answer to a change of settings is always those that hold
 * afterwards.
 */
public final class TenantDecider
        implements Decider<Tenant, TenantCommand, TenantEvent, TenantRefusal, TenantAnswer, Instant> {

    @Override
    public Tenant initial() {
        return Tenant.NEW;
    }

    @Override
    public Decision<TenantEvent, TenantRefusal, TenantAnswer> decide(
            Tenant tenant, TenantCommand command, Instant now) {
        return switch (command) {
            case ReplaceSettings(TenantSettings seen, TenantSettings wanted) ->
                tenant.presence() == Presence.GONE
                        ? Decision.refuse(new TenantRefusal.TenantIsGone())
                        : replace(tenant.settings(), seen, wanted);
            case AddTenant() -> add(tenant, now);
            case RemoveTenant() ->
                tenant.presence() == Presence.GONE
                        ? Decision.accept(new TenantAnswer.Done())
                        : Decision.accept(new TenantAnswer.Done(), new TenantRemoved(now));
        };
    }

    /** Settings go back when it comes again, not when it goes: mails of its end are sent as it wanted them sent. */
    private static Decision<TenantEvent, TenantRefusal, TenantAnswer> add(Tenant tenant, Instant now) {
        if (tenant.presence() == Presence.THERE) {
            return Decision.accept(new TenantAnswer.Done());
        }
        boolean again = tenant.presence() == Presence.GONE;
        List<TenantEvent> events = new ArrayList<>();
        events.add(new TenantAdded(again, now));
        List<SettingChange> changes = changes(tenant.settings(), TenantSettings.DEFAULT);
        if (again && !changes.isEmpty()) {
            events.add(new SettingsChanged(TenantSettings.DEFAULT, changes));
        }
        return Decision.accept(new TenantAnswer.Done(), events);
    }

    private static Decision<TenantEvent, TenantRefusal, TenantAnswer> replace(
            TenantSettings now, TenantSettings seen, TenantSettings wanted) {
        if (!now.equals(seen)) {
            return Decision.refuse(new TenantRefusal.SettingsChangedMeanwhile());
        }
        Optional<TenantRefusal> refusal = TenantRules.objection(wanted);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        List<SettingChange> changes = changes(now, wanted);
        TenantAnswer answer = new TenantAnswer.Settings(wanted);
        return changes.isEmpty()
                ? Decision.accept(answer)
                : Decision.accept(answer, new SettingsChanged(wanted, changes));
    }

    @Override
    public Tenant evolve(Tenant tenant, TenantEvent event) {
        return switch (event) {
            case SettingsChanged(TenantSettings settings, List<SettingChange> changes) -> tenant.with(settings);
            case TenantAdded added when tenant.presence() == Presence.THERE -> throw new ImpossibleEvent(tenant, added);
            case TenantAdded _ -> tenant.with(Presence.THERE);
            case TenantRemoved removed
            when tenant.presence() == Presence.GONE -> throw new ImpossibleEvent(tenant, removed);
            case TenantRemoved _ -> tenant.with(Presence.GONE);
        };
    }

    /** By the records' own components, so that no setting can be forgotten in the audit. */
    private static List<SettingChange> changes(TenantSettings from, TenantSettings to) {
        List<SettingChange> changes = new ArrayList<>();
        for (RecordComponent group : TenantSettings.class.getRecordComponents()) {
            for (RecordComponent setting : group.getType().getRecordComponents()) {
                Object before = value(setting, value(group, from));
                Object after = value(setting, value(group, to));
                if (!Objects.equals(before, after)) {
                    changes.add(new SettingChange(setting.getName(), SettingText.of(before), SettingText.of(after)));
                }
            }
        }
        return changes;
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's accessor cannot fail", e);
        }
    }
}

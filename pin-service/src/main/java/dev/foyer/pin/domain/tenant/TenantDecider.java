package dev.foyer.pin.domain.tenant;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.tenant.TenantCommand.ReplaceSettings;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingChange;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingsChanged;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which settings a tenant may have. The answer to a change is always the settings that hold afterwards. */
public final class TenantDecider
        implements Decider<TenantSettings, TenantCommand, TenantEvent, TenantRefusal, TenantAnswer, Void> {

    @Override
    public TenantSettings initial() {
        return TenantSettings.DEFAULT;
    }

    @Override
    public Decision<TenantEvent, TenantRefusal, TenantAnswer> decide(
            TenantSettings now, TenantCommand command, Void nothing) {
        return switch (command) {
            case ReplaceSettings(TenantSettings seen, TenantSettings wanted) -> replace(now, seen, wanted);
        };
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
    public TenantSettings evolve(TenantSettings state, TenantEvent event) {
        return switch (event) {
            case SettingsChanged(TenantSettings settings, List<SettingChange> changes) -> settings;
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

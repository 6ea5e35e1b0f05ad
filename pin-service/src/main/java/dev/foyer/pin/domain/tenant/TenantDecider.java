package dev.foyer.pin.domain.tenant;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.tenant.TenantCommand.ReplaceSettings;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingChange;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingsChanged;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which settings a tenant may have. The answer to a change is always the settings that hold afterwards. */
public final class TenantDecider
        implements Decider<TenantSettings, TenantCommand, TenantEvent, TenantRefusal, TenantAnswer, Void> {

    private static final int MOST_ATTEMPTS = 99;
    /** What every mail server takes; the finer points of RFC 5322 are not worth a sender that fails. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,255}");

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,128}");

    private static final List<Function<TenantSettings, Optional<TenantRefusal>>> RULES = List.of(
            TenantDecider::pinLengthIsOutOfRange,
            TenantDecider::logonAttemptsAreOutOfRange,
            TenantDecider::senderOverrideIsIncomplete,
            TenantDecider::senderIsInvalid,
            TenantDecider::languageIsUnknown,
            TenantDecider::numberIsListedTwice,
            TenantDecider::defaultNumberIsNotOffered);

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
        Optional<TenantRefusal> refusal =
                RULES.stream().flatMap(rule -> rule.apply(wanted).stream()).findFirst();
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

    private static Optional<TenantRefusal> pinLengthIsOutOfRange(TenantSettings wanted) {
        return wanted.pinLength() < Pin.SHORTEST || wanted.pinLength() > Pin.LONGEST
                ? Optional.of(new TenantRefusal.PinLengthOutOfRange(wanted.pinLength()))
                : Optional.empty();
    }

    private static Optional<TenantRefusal> logonAttemptsAreOutOfRange(TenantSettings wanted) {
        Integer attempts = wanted.maximumLogonAttempts();
        return attempts != null && (attempts < 1 || attempts > MOST_ATTEMPTS)
                ? Optional.of(new TenantRefusal.LogonAttemptsOutOfRange(attempts))
                : Optional.empty();
    }

    private static Optional<TenantRefusal> senderOverrideIsIncomplete(TenantSettings wanted) {
        return wanted.sendEmailFromOverride()
                        && (isBlank(wanted.sendEmailFromAddress()) || isBlank(wanted.sendEmailFromDisplayName()))
                ? Optional.of(new TenantRefusal.SenderOverrideIncomplete())
                : Optional.empty();
    }

    private static Optional<TenantRefusal> senderIsInvalid(TenantSettings wanted) {
        String address = wanted.sendEmailFromAddress();
        String name = wanted.sendEmailFromDisplayName();
        return address != null && !ADDRESS.matcher(address).matches()
                        || name != null && !NAME.matcher(name).matches()
                ? Optional.of(new TenantRefusal.SenderInvalid())
                : Optional.empty();
    }

    private static Optional<TenantRefusal> languageIsUnknown(TenantSettings wanted) {
        try {
            String language = new Locale.Builder()
                    .setLanguageTag(wanted.defaultLanguage())
                    .build()
                    .getLanguage();
            return language.isEmpty()
                    ? Optional.of(new TenantRefusal.LanguageUnknown(wanted.defaultLanguage()))
                    : Optional.empty();
        } catch (IllformedLocaleException | NullPointerException e) {
            return Optional.of(new TenantRefusal.LanguageUnknown(String.valueOf(wanted.defaultLanguage())));
        }
    }

    private static Optional<TenantRefusal> numberIsListedTwice(TenantSettings wanted) {
        Set<String> seen = new HashSet<>();
        return wanted.serviceNumbers().stream()
                .map(ServiceNumber::number)
                .filter(number -> !seen.add(number))
                .findFirst()
                .map(TenantRefusal.NumberListedTwice::new);
    }

    private static Optional<TenantRefusal> defaultNumberIsNotOffered(TenantSettings wanted) {
        return Stream.of(
                        notOffered(wanted, wanted.defaultServiceNumber(), ServiceNumber.Type.TOLL),
                        notOffered(wanted, wanted.defaultTollFreeNumber(), ServiceNumber.Type.TOLL_FREE))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<TenantRefusal> notOffered(TenantSettings wanted, String number, ServiceNumber.Type type) {
        return number == null || wanted.offers(number, type)
                ? Optional.empty()
                : Optional.of(new TenantRefusal.DefaultNumberNotOffered(number));
    }

    /** By the record's own components, so that no setting can be forgotten in the audit. */
    private static List<SettingChange> changes(TenantSettings from, TenantSettings to) {
        List<SettingChange> changes = new ArrayList<>();
        Arrays.stream(TenantSettings.class.getRecordComponents()).forEach(component -> {
            try {
                Object before = component.getAccessor().invoke(from);
                Object after = component.getAccessor().invoke(to);
                if (!Objects.equals(before, after)) {
                    changes.add(new SettingChange(component.getName(), text(before), text(after)));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A record's accessor cannot fail", e);
            }
        });
        return changes;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}

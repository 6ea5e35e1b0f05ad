package dev.foyer.meeting.setup;

import dev.foyer.meeting.domain.CallSilences;
import dev.foyer.meeting.inbound.TenantSettingsTable;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * What each tenant has chosen. Until the settings are read, as after a start, that is nobody knows what: then nobody has been silent for too
 * long, since no tenant can have chosen more.
 *
 * @param read whether all is read that had been said when this instance started
 * @param standard of who has chosen nothing, as is configured
 */
record ChosenSilences(TenantSettingsTable settings, BooleanSupplier read, Duration standard) implements CallSilences {

    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public Duration of(String tenant) {
        return read.getAsBoolean()
                ? Objects.requireNonNullElse(settings.of(tenant).callSilence(), standard)
                : LONGEST;
    }

    @Override
    public long edition() {
        return 2 * settings.editionOfSilences() + (read.getAsBoolean() ? 1 : 0);
    }
}

package dev.foyer.meeting.setup;

import dev.foyer.meeting.domain.CallSilences;
import dev.foyer.meeting.inbound.TenantSettingsTable;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * What each tenant has chosen. Until the settings are read, as after a start, that is nobody knows what: then nobody has been silent for too
 * long, since no tenant can have chosen more; and heartbeats are noted as often as of one that has chosen the shortest. No timer is asked anew
 * for that: one that wakes a call too early finds it not due.
 *
 * @param read whether all is read that had been said when this instance started
 * @param standard of who has chosen nothing, as is configured
 */
record ChosenSilences(TenantSettingsTable settings, BooleanSupplier read, Duration standard) implements CallSilences {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    @Override
    public Duration of(String tenant) {
        return read.getAsBoolean()
                ? Objects.requireNonNullElse(settings.of(tenant).callSilence(), standard)
                : LONGEST;
    }

    /** Whatever the tenant has chosen, whoever keeps to it is noted in time. */
    @Override
    public Duration shortestOf(String tenant) {
        if (read.getAsBoolean()) {
            return of(tenant);
        }
        return standard.compareTo(SHORTEST) < 0 ? standard : SHORTEST;
    }

    @Override
    public long edition() {
        return read.getAsBoolean() ? 1 + settings.editionOfSilences() : 0;
    }
}

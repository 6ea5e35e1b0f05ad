package dev.foyer.meeting.setup;

import dev.foyer.meeting.domain.CallSilences;
import dev.foyer.meeting.inbound.TenantSettingsTable;
import java.time.Duration;
import java.util.Objects;

/**
 * What each tenant has chosen, as far as its settings are read: a quarter of a silence is longer than that takes, and nobody who is
 * questioned has left before it is over.
 *
 * @param standard of who has chosen nothing, as is configured
 */
record ChosenSilences(TenantSettingsTable settings, Duration standard) implements CallSilences {

    @Override
    public Duration of(String tenant) {
        return Objects.requireNonNullElse(settings.of(tenant).callSilence(), standard);
    }

    @Override
    public long edition() {
        return settings.editionOfSilences();
    }
}

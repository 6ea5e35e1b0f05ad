package dev.foyer.meeting.setup;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be stops the start, with one sentence that names the setting. */
class SettingsOutOfRangeTest {

    private record Configured(Duration callSilence, int mostCalls, int mostCallsOfTenant) implements MeetingConfig {
        @Override
        public Duration awaitNewsAtMost() {
            return Duration.ofSeconds(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.999S, 15000, 100000, foyer.meeting.call-silence",
        "PT24H0.001S, 15000, 100000, foyer.meeting.call-silence",
        "PT10M, 0, 100000, foyer.meeting.most-calls",
        "PT10M, 15001, 100000, foyer.meeting.most-calls",
        "PT10M, 15000, 0, foyer.meeting.most-calls-of-tenant"
    })
    void stopsTheStart(Duration silence, int calls, int ofTenant, String setting) {
        MeetingConfig config = new Configured(silence, calls, ofTenant);
        var refused = assertThrows(
                IllegalArgumentException.class, () -> MeetingService.aggregates(null, null, config, null, null));
        assertTrue(refused.getMessage().startsWith(setting + " must be"), refused::getMessage);
    }
}

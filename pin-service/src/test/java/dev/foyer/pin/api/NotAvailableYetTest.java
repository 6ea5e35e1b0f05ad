package dev.foyer.pin.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.base.Problem;
import dev.foyer.pin.domain.tenant.MeetingSettings;
import dev.foyer.pin.domain.tenant.MeetingSettings.EntryExitAnnouncements;
import dev.foyer.pin.domain.tenant.TenantSettings;
import org.junit.jupiter.api.Test;

class NotAvailableYetTest {

    private static final TenantSettings DEFAULT = TenantSettings.DEFAULT;
    private static final TenantSettings TONES = announcing(EntryExitAnnouncements.TONE_ONLY);

    private static TenantSettings announcing(EntryExitAnnouncements announcements) {
        MeetingSettings before = DEFAULT.meetings();
        return new TenantSettings(
                DEFAULT.pins(),
                DEFAULT.mails(),
                new MeetingSettings(
                        before.allowPstnOnlyMeetingsByDefault(),
                        before.lobbyAdmission(),
                        null,
                        announcements,
                        true,
                        before.maskCallerNumbers()),
                DEFAULT.numbers());
    }

    @Test
    void itIsRefusedWhenItIsChosen() {
        assertThrows(Problem.ProblemException.class, () -> NotAvailableYet.check(DEFAULT, TONES));
    }

    /** From a version that took it: other settings can be changed, and it can be set back. */
    @Test
    void whatIsStoredAlreadyStandsInNobodysWay() {
        assertDoesNotThrow(() -> NotAvailableYet.check(TONES, TONES));
        assertDoesNotThrow(() -> NotAvailableYet.check(TONES, DEFAULT));
    }
}

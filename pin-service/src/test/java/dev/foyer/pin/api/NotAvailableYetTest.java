package dev.foyer.pin.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.base.Problem;
import dev.foyer.pin.domain.tenant.MeetingSettings;
import dev.foyer.pin.domain.tenant.MeetingSettings.LobbyAdmission;
import dev.foyer.pin.domain.tenant.TenantSettings;
import org.junit.jupiter.api.Test;

class NotAvailableYetTest {

    private static final TenantSettings DEFAULT = TenantSettings.DEFAULT;
    private static final TenantSettings MANUAL = lobby(LobbyAdmission.MANUAL);

    private static TenantSettings lobby(LobbyAdmission admission) {
        MeetingSettings before = DEFAULT.meetings();
        return new TenantSettings(
                DEFAULT.pins(),
                DEFAULT.mails(),
                new MeetingSettings(
                        before.allowPstnOnlyMeetingsByDefault(),
                        admission,
                        null,
                        before.entryExitAnnouncements(),
                        true,
                        before.maskCallerNumbers()),
                DEFAULT.numbers());
    }

    @Test
    void itIsRefusedWhenItIsChosen() {
        assertThrows(Problem.ProblemException.class, () -> NotAvailableYet.check(DEFAULT, MANUAL));
    }

    /** From a version that took it: other settings can be changed, and it can be set back. */
    @Test
    void whatIsStoredAlreadyStandsInNobodysWay() {
        assertDoesNotThrow(() -> NotAvailableYet.check(MANUAL, MANUAL));
        assertDoesNotThrow(() -> NotAvailableYet.check(MANUAL, DEFAULT));
    }
}

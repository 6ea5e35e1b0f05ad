package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.HELPDESK;
import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static dev.foyer.pin.domain.user.UserFixture.USER_ID;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.issued;
import static dev.foyer.pin.domain.user.UserFixture.locked;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.rejected;
import static dev.foyer.pin.domain.user.UserFixture.reset;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.tenant.Settings;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.UnlockReason;
import dev.foyer.pin.domain.user.UserRefusal.AddressWithoutSendEmail;
import dev.foyer.pin.domain.user.UserRefusal.OwnPinReset;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a new PIN how, and what becomes of the old one. */
class ResettingTest {

    private static final String NEW = "29157";
    private static final Actor AMOS_AS_ADMIN = new Actor("amos", "conferencing-admin", USER_ID);

    @Test
    @Tag("A3")
    void anAdministratorResetsThePinOfSomebodyElse() {
        var resetting = given(provisioned(), enabled())
                .when(reset(), US.drawing(NEW).context())
                .thenEvents(reset(NEW, false));
        assertEquals(Optional.of(new Pin(NEW)), issued(resetting.answer()).revealed());
        assertEquals(CONFERENCE_ID, issued(resetting.answer()).conferenceId());
    }

    @Test
    @Tag("A3")
    void theSettingIsForAdministratorsOnly() {
        var allowed = Settings.with("administratorsMayResetOwnPin", true);
        Actor helpdesk = new Actor("amos", "helpdesk", UserFixture.USER_ID);
        given(provisioned(), enabled())
                .when(reset(), US.by(helpdesk).where(allowed).context())
                .thenRefused(new UserRefusal.OwnPinReset());
    }

    @Test
    @Tag("A3")
    void whatComesThroughATopicOrFromAnyOtherRoleResetsNoPin() {
        for (String role : new String[] {"service", "directory", "auditor", "bridge", "operator"}) {
            given(provisioned(), enabled())
                    .when(reset(), US.by(new Actor("somebody", role, null)).context())
                    .thenRefused(new UserRefusal.ResetNeedsAdministrator());
        }
    }

    @Test
    @Tag("A3")
    void nobodyResetsTheirOwnPin() {
        given(provisioned(), enabled())
                .when(reset(), US.by(AMOS_AS_ADMIN).context())
                .thenRefused(new OwnPinReset());
    }

    /** An account whose user in the directory nobody told is known by its name, however that is written (G5). */
    @ParameterizedTest
    @Tag("A3")
    @Tag("G5")
    @ValueSource(strings = {"amos.marble@contoso.com", "Amos.MARBLE@contoso.com", "\uff41mos.marble@contoso.com"})
    void nobodyResetsTheirOwnPinByAnAccountOfThatName(String name) {
        given(provisioned(), enabled())
                .when(
                        reset(),
                        US.by(new Actor(name, "conferencing-admin", null)).context())
                .thenRefused(new OwnPinReset());
    }

    @Test
    @Tag("A3")
    void nobodyResetsTheirOwnPinWhateverTheirRole() {
        given(provisioned(), enabled())
                .when(reset(), US.by(new Actor("amos", "helpdesk", USER_ID)).context())
                .thenRefused(new OwnPinReset());
    }

    @Test
    @Tag("A3")
    void whereTheTenantAllowsItTheOwnResetIsMarkedAndMailedWhateverWasAsked() {
        var context = US.by(AMOS_AS_ADMIN)
                .where(Settings.with("administratorsMayResetOwnPin", true))
                .drawing(NEW)
                .context();
        var resetting = given(provisioned(), enabled()).when(new ResetPin(new MailOptions(false, null), true), context);
        assertTrue(((UserEvent.PinReset) resetting.events().getFirst()).ownPin());
        var delivery = issued(resetting.answer()).delivery().orElseThrow();
        assertEquals(new MailOptions(true, null), delivery.mail());
    }

    @Test
    @Tag("A3")
    void theOwnResetIsMailedToTheUserEvenWhenAnotherAddressIsGiven() {
        var context = US.by(AMOS_AS_ADMIN)
                .where(Settings.with("administratorsMayResetOwnPin", true))
                .drawing(NEW)
                .context();
        var elsewhere = new ResetPin(new MailOptions(true, "attacker@example.org"), true);
        var answer = given(provisioned(), enabled()).when(elsewhere, context).answer();
        assertEquals(
                new MailOptions(true, null),
                issued(answer).delivery().orElseThrow().mail());
    }

    @Test
    @Tag("A5")
    void aHelpdeskResetsWithoutSeeingThePin() {
        var resetting = given(provisioned(), enabled())
                .when(reset(), US.by(HELPDESK).drawing(NEW).context());
        assertEquals(1, resetting.events().size());
        assertEquals(Optional.empty(), issued(resetting.answer()).revealed());
        assertTrue(issued(resetting.answer()).delivery().isPresent());
    }

    @Test
    @Tag("A4")
    void anAdministratorMayLookAway() {
        var answer = given(provisioned(), enabled())
                .when(
                        new ResetPin(MailOptions.BY_TENANT, false),
                        US.drawing(NEW).context())
                .answer();
        assertEquals(Optional.empty(), issued(answer).revealed());
    }

    @Test
    @Tag("A2")
    void theNewPinIsNotTheOldOne() {
        given(provisioned(), enabled())
                .when(reset(), US.drawing(PIN, NEW).context())
                .thenEvents(reset(NEW, false));
    }

    @Test
    @Tag("A1")
    void onlyTheNewPinHasTheNewLength() {
        var context = US.where(Settings.with("pinLength", 4)).drawing("2915").context();
        given(provisioned(), enabled()).when(reset(), context).thenEvents(reset("2915", false));
    }

    @Test
    @Tag("A3")
    void afterAResetOnlyTheNewPinIsRight() {
        LiveUser user = LiveUser.enabledWith(PIN).reset(NEW);
        assertFalse(user.verify("call-1", PIN).organizer());
        assertTrue(user.verify("call-2", NEW).organizer());
    }

    @Test
    @Tag("B4")
    void aResetUnlocksWithThatReasonAndClearsTheCounts() {
        var resetting = given(provisioned(), enabled(), rejected("call-1"), locked())
                .when(reset(), US.drawing(NEW).context())
                .thenEvents(new PinUnlocked(UnlockReason.RESET, NOW), reset(NEW, false));
        User.Enabled after = (User.Enabled) resetting.stateAfter();
        assertEquals(Lockout.CLEAR, after.lockout());
        assertEquals(CallTries.NONE, after.tries());
    }

    @Test
    @Tag("B4")
    void aResetClearsTheCountsAlsoWhereNothingIsLocked() {
        LiveUser user = LiveUser.enabledWith(PIN).wrongPins(24).reset(NEW);
        assertEquals(Lockout.CLEAR, user.state().lockout());
        assertEquals(Optional.empty(), user.wrongPins(24).newLock());
    }

    @Test
    @Tag("D2")
    void anAddressNeedsSendEmail() {
        for (Boolean send : new Boolean[] {null, false}) {
            given(provisioned(), enabled())
                    .when(new ResetPin(new MailOptions(send, "amos@example.org"), true), US.context())
                    .thenRefused(new AddressWithoutSendEmail());
        }
    }

    @Test
    @Tag("D1")
    void theDeliveryCarriesTheOptionsAndTheSwitchOfThatMoment() {
        var options = new MailOptions(false, null);
        var context = US.where(Settings.with("automaticallySendEmailsToUsers", true))
                .drawing(NEW)
                .context();
        var delivery = issued(given(provisioned(), enabled())
                        .when(new ResetPin(options, true), context)
                        .answer())
                .delivery()
                .orElseThrow();
        assertEquals(options, delivery.mail());
        assertTrue(delivery.automatic());
    }

    @Test
    @Tag("A5")
    void aHelpdeskCannotSendThePinToAnAddressOfItsChoice() {
        given(provisioned(), enabled())
                .when(
                        new ResetPin(new MailOptions(true, "somebody@example.org"), true),
                        US.by(Around.HELPDESK).context())
                .thenRefused(new UserRefusal.AddressNeedsAdministrator());
    }

    /** Nothing is lost by it: PIN, lock and counts stay as they are, and an hour after the first the next one goes. */
    @Test
    void theEleventhResetWithinAnHourIsRefused() {
        LiveUser user = LiveUser.enabledWith(PIN);
        for (int i = 0; i < Around.RESETS; i++) {
            user.pass(Duration.ofMinutes(5)).reset(i % 2 == 0 ? NEW : PIN);
        }
        var before = user.state();
        Instant first = UserFixture.NOW.plus(Duration.ofMinutes(5));
        assertEquals(
                Optional.of(new UserRefusal.ResetLimitReached(first.plus(Duration.ofHours(1)))),
                user.pass(Duration.ofMinutes(1)).refusalOfReset());
        assertEquals(before, user.state());
        assertTrue(user.isLetIn(PIN));
        user.pass(Duration.ofMinutes(14)).reset(NEW);
        assertTrue(user.isLetIn(NEW));
    }
}

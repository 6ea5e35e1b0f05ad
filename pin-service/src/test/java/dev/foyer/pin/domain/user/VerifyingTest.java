package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static dev.foyer.pin.domain.user.UserFixture.WRONG;
import static dev.foyer.pin.domain.user.UserFixture.disabled;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.rejected;
import static dev.foyer.pin.domain.user.UserFixture.verify;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.domain.pin.SpokenPin;
import dev.foyer.pin.domain.tenant.Settings;
import dev.foyer.pin.domain.user.UserAnswer.Verified;
import dev.foyer.pin.domain.user.UserCommand.VerifyPin;
import dev.foyer.pin.domain.user.UserEvent.OrganizerVerified;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Is the caller the organizer? */
class VerifyingTest {

    @Test
    @Tag("B1")
    void theRightPinVerifiesTheOrganizerForThatMeetingAndCall() {
        var verifying = given(provisioned(), enabled())
                .when(new VerifyPin("471100815", "call-1", new SpokenPin(PIN), false), US.context())
                .thenEvents(new OrganizerVerified("471100815", "call-1", NOW));
        assertEquals(new Verified(true, 3), verifying.answer());
    }

    @Test
    @Tag("B2")
    void aWrongPinIsCounted() {
        var verifying = given(provisioned(), enabled())
                .when(verify("call-1", WRONG), US.context())
                .thenEvents(rejected("call-1"));
        assertEquals(new Verified(false, 2), verifying.answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4081", "40813", "408134", "408134081340"})
    @Tag("A1")
    void aPinOfAnyLengthVerifiesWhateverTheTenantsLengthIsNow(String pin) {
        given(provisioned(), enabled(pin))
                .when(
                        verify("call-1", pin),
                        US.where(Settings.with("pinLength", 7)).context())
                .thenEvents(new OrganizerVerified(CONFERENCE_ID, "call-1", NOW));
    }

    @Test
    @Tag("A1")
    void partOfThePinIsNotThePin() {
        LiveUser user = LiveUser.enabledWith(PIN);
        assertFalse(user.isLetIn("4081"));
        assertFalse(user.isLetIn("408130"));
        assertFalse(user.isLetIn("040813"));
    }

    @Test
    @Tag("B2")
    void aCallHasThreeTriesAndThenNotEvenTheRightPinHelps() {
        LiveUser user = LiveUser.enabledWith(PIN);
        assertEquals(new Verified(false, 2), user.verify("call-1", WRONG));
        assertEquals(new Verified(false, 1), user.verify("call-1", WRONG));
        assertEquals(new Verified(false, 0), user.verify("call-1", WRONG));
        assertEquals(new Verified(false, 0), user.verify("call-1", PIN));
        assertTrue(user.last().isEmpty(), "what is not looked at is not counted either");
        assertEquals(3, user.state().lockout().consecutive());
        assertEquals(new Verified(true, 3), user.verify("call-2", PIN));
    }

    /** Too many organizers were guessed at from there: not even the right PIN is right, and nothing is held against this one. */
    @Test
    @Tag("G2")
    @Tag("B3")
    void fromWhereTooMuchWasGuessedTheRightPinLooksWrong() {
        var answered = given(provisioned(), enabled())
                .when(new VerifyPin(CONFERENCE_ID, "call-1", new SpokenPin(PIN), true), US.context())
                .thenEvents(UserFixture.uncounted("call-1", 0));
        assertEquals(new Verified(false, 2), answered.answer());
    }

    @Test
    @Tag("B2")
    void theThirdTryOfACallMayBeTheRightOne() {
        LiveUser user = LiveUser.enabledWith(PIN);
        user.verify("call-1", WRONG);
        user.verify("call-1", WRONG);
        assertEquals(new Verified(true, 1), user.verify("call-1", PIN));
    }

    @Test
    @Tag("B2")
    void aCallsTriesAreNotRenewedByManyOtherCalls() {
        LiveUser user = LiveUser.enabledWith(PIN).where("maximumLogonAttempts", 99);
        for (int round = 1; round <= CallTries.LIMIT; round++) {
            for (int call = 0; call < 30; call++) {
                assertEquals(
                        CallTries.LIMIT - round,
                        user.verify("crowd-" + call, WRONG).triesLeft());
            }
        }
    }

    @Test
    @Tag("B2")
    void aCallsTriesAreNotRenewedByDisablingAndEnabling() {
        LiveUser user = LiveUser.enabledWith(PIN);
        user.verify("call-1", WRONG);
        assertEquals(2, user.state().tries().left("call-1"));
        var again = given(provisioned(), enabled(), rejected("call-1"), disabled(), enabled("29157"));
        assertEquals(2, ((User.Enabled) again.state()).tries().left("call-1"));
    }
}

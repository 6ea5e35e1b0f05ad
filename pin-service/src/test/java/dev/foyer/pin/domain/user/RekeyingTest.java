package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static dev.foyer.pin.domain.user.UserFixture.WRONG;
import static dev.foyer.pin.domain.user.UserFixture.enable;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.enabledLongAgo;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.locked;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.rejected;
import static dev.foyer.pin.domain.user.UserFixture.rekeyed;
import static dev.foyer.pin.domain.user.UserFixture.reset;
import static dev.foyer.pin.domain.user.UserFixture.uncounted;
import static dev.foyer.pin.domain.user.UserFixture.verify;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.pin.domain.pin.FakeVault;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.UserAnswer.Verified;
import dev.foyer.pin.domain.user.UserEvent.OrganizerVerified;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A PIN follows the pepper at its next success, and needs a key to be sealed to. */
@Tag("A6")
class RekeyingTest {

    private static final OrganizerVerified VERIFIED = new OrganizerVerified(CONFERENCE_ID, "call-1", NOW);

    @Test
    void aRightPinOfAnOldKeyIsRekeyedInTheSameDecision() {
        var verifying = given(provisioned(), enabledLongAgo(PIN))
                .when(verify("call-1", PIN), US.context())
                .thenEvents(VERIFIED, rekeyed(PIN));
        assertEquals(new Verified(true, 3), verifying.answer());
    }

    @Test
    void onlyOnce() {
        given(provisioned(), enabledLongAgo(PIN), VERIFIED, rekeyed(PIN))
                .when(verify("call-1", PIN), US.context())
                .thenEvents(VERIFIED);
    }

    @Test
    void aWrongPinRekeysNothing() {
        given(provisioned(), enabledLongAgo(PIN))
                .when(verify("call-1", WRONG), US.context())
                .thenEvents(rejected("call-1"));
    }

    @Test
    @Tag("B3")
    void norDoesTheRightOneWhileLocked() {
        given(provisioned(), enabledLongAgo(PIN), locked())
                .when(verify("call-1", PIN), US.context())
                .thenEvents(uncounted("call-1", 0));
    }

    @Test
    void nothingButTheVerifierChanges() {
        Enabled before = (Enabled) given(provisioned(), enabledLongAgo(PIN), rejected("call-1"), VERIFIED)
                .state();
        Enabled after = (Enabled) given(provisioned(), enabledLongAgo(PIN), rejected("call-1"), VERIFIED, rekeyed(PIN))
                .state();
        assertEquals(FakeVault.oldVerifierOf(PIN), before.conferencing().verifier());
        assertEquals(
                new Enabled(
                        before.profile(),
                        before.conferencing().with(FakeVault.verifierOf(PIN)),
                        before.pinLength(),
                        before.lockout(),
                        before.tries(),
                        before.ids(),
                        before.resets(),
                        before.name()),
                after);
    }

    @Test
    @Tag("A2")
    void aPinOfAnOldKeyIsStillKnownAsTheOneThatIsReplaced() {
        given(provisioned(), enabledLongAgo(PIN))
                .when(reset(), US.drawing(PIN, "29157").context())
                .thenEvents(reset("29157", false));
    }

    @Test
    void withoutAKeyToSealToNoPinIsMadeButAnOldOneStillVerifies() {
        var sealless = US.with(FakeVault.drawing("29157").withoutDeliveryKey()).context();
        given(provisioned()).when(enable(), sealless).thenRefused(new UserRefusal.NoDeliveryKey());
        given(provisioned(), enabled()).when(reset(), sealless).thenRefused(new UserRefusal.NoDeliveryKey());
        given(provisioned(), enabled()).when(verify("call-1", PIN), sealless).thenEvents(VERIFIED);
    }
}

package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static dev.foyer.pin.domain.user.UserFixture.WRONG;
import static dev.foyer.pin.domain.user.UserFixture.disabled;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.locked;
import static dev.foyer.pin.domain.user.UserFixture.lockedForGood;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.rejected;
import static dev.foyer.pin.domain.user.UserFixture.uncounted;
import static dev.foyer.pin.domain.user.UserFixture.verify;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.pin.domain.pin.FakeVault;
import dev.foyer.pin.domain.user.UserAnswer.Verified;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A caller cannot tell wrong, locked and not enabled apart: not by the answer, not by the work that is done. */
@Tag("B3")
class LockedLooksLikeWrongTest {

    /** Every way in which a PIN can be wrong, by name. */
    private static final Map<String, UserEvent[]> HISTORIES = Map.of(
            "wrong", new UserEvent[] {provisioned(), enabled()},
            "locked for an hour", new UserEvent[] {provisioned(), enabled(), locked()},
            "locked for good", new UserEvent[] {provisioned(), enabled(), lockedForGood()},
            "not enabled", new UserEvent[] {provisioned()},
            "disabled", new UserEvent[] {provisioned(), enabled(), disabled()},
            "removed", new UserEvent[] {provisioned(), new UserRemoved(NOW)},
            "never heard of", new UserEvent[] {});

    @Test
    void evenTheRightPinIsRefusedWhileLocked() {
        for (UserEvent lock : List.of(locked(), lockedForGood())) {
            var verifying = given(provisioned(), enabled(), lock)
                    .when(verify("call-1", PIN), US.context())
                    .thenEvents(uncounted("call-1", 0));
            assertEquals(new Verified(false, 2), verifying.answer());
        }
    }

    @Test
    void rightAndWrongAreTheSameEventWhileLocked() {
        var right =
                given(provisioned(), enabled(), rejected("call-0"), locked()).when(verify("call-1", PIN), US.context());
        var wrong = given(provisioned(), enabled(), rejected("call-0"), locked())
                .when(verify("call-1", WRONG), US.context());
        assertEquals(right.events(), wrong.events());
        assertEquals(right.answer(), wrong.answer());
    }

    @Test
    void theAnswerIsThatOfAWrongPin() {
        HISTORIES.forEach((name, history) -> {
            var verifying = given(history).when(verify("call-1", WRONG), US.context());
            assertEquals(new Verified(false, 2), verifying.answer(), name);
            assertEquals(1, verifying.events().size(), name + ": one record to write");
        });
    }

    @Test
    void triesOfACallRunOutInTheSameWay() {
        HISTORIES.forEach((name, history) -> {
            UserEvent[] tried = java.util.Arrays.copyOf(history, history.length + 3);
            for (int i = history.length; i < tried.length; i++) {
                tried[i] = uncounted("call-1", 0);
            }
            var verifying =
                    given(tried).when(verify("call-1", PIN), US.context()).thenEvents();
            assertEquals(new Verified(false, 0), verifying.answer(), name);
        });
    }

    @Test
    void everyPathComparesExactlyOnce() {
        HISTORIES.forEach((name, history) -> {
            for (String digits : List.of(PIN, WRONG)) {
                FakeVault vault = FakeVault.drawing();
                given(history).when(verify("call-1", digits), US.with(vault).context());
                assertEquals(1, vault.comparisons(), name);
                assertEquals(1, vault.opened(), name);
            }
        });
    }

    @Test
    void aSealThatDoesNotOpenIsRefusedBeforeAnybodyIsLookedAt() {
        HISTORIES.forEach((name, history) -> {
            FakeVault vault = FakeVault.drawing();
            given(history)
                    .when(verify("call-1", "sealed for another"), US.with(vault).context())
                    .thenRefused(new UserRefusal.PinNotSealedForThis());
            given(history)
                    .when(
                            verify("call-1", FakeVault.OF_A_MISSING_KEY),
                            US.with(vault).context())
                    .thenRefused(new UserRefusal.VerificationKeyIsMissing());
            assertEquals(2, vault.opened(), name);
            assertEquals(0, vault.comparisons(), name);
        });
    }

    @Test
    void aCallWithoutTriesIsComparedTooForShow() {
        FakeVault vault = FakeVault.drawing();
        given(provisioned(), enabled(), rejected("c"), rejected("c"), rejected("c"))
                .when(verify("c", PIN), US.with(vault).context());
        assertEquals(1, vault.comparisons());
    }
}

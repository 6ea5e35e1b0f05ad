package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static dev.foyer.pin.domain.user.UserFixture.disabled;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.locked;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.rejected;
import static dev.foyer.pin.domain.user.UserFixture.rekeyed;
import static dev.foyer.pin.domain.user.UserFixture.reset;
import static dev.foyer.pin.domain.user.UserFixture.wanted;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.pin.domain.tenant.ServiceNumber;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdChanged;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdGivenUp;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdReturned;
import dev.foyer.pin.domain.user.UserEvent.DefaultNumberChanged;
import dev.foyer.pin.domain.user.UserEvent.OrganizerVerified;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.PstnOnlyMeetingsChanged;
import dev.foyer.pin.domain.user.UserEvent.UnlockReason;
import dev.foyer.pin.domain.user.UserEvent.UserDisabled;
import dev.foyer.pin.domain.user.UserEvent.UserForgotten;
import dev.foyer.pin.domain.user.UserEvent.UserNameAwaited;
import dev.foyer.pin.domain.user.UserEvent.UserNameHeld;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A journal that says what cannot be is not folded in silence. */
class UserEvolutionTest {

    private static final PinUnlocked UNLOCKED = new PinUnlocked(UnlockReason.ADMINISTRATOR, NOW);
    private static final OrganizerVerified VERIFIED = new OrganizerVerified(CONFERENCE_ID, "call-1", NOW);

    private static final Licence LICENCE = new Licence("/hr", "e-1", null, "corr-1", 0, 0);

    /** One of each. */
    private static final List<UserEvent> EVENTS = List.of(
            provisioned(),
            new UserNameAwaited("amos", NOW, NOW),
            new UserNameHeld(),
            UserFixture.left(),
            new UserRemoved(NOW),
            new UserForgotten(NOW),
            new UserEvent.LicenceAwaitsUser(LICENCE, NOW, NOW),
            new UserEvent.DeliveryKeyAwaited(LICENCE, NOW, NOW),
            new UserEvent.LicenceTriedAgain(NOW, NOW),
            new UserEvent.LicenceGivenUp(AwaitedLicence.GivenUp.USER_DID_NOT_COME, NOW, NOW),
            new UserEvent.LicenceWaitEnded(NOW),
            enabled(),
            disabled(),
            wanted(),
            new ConferenceIdGivenUp(CONFERENCE_ID, NOW, NOW.plus(Around.PATIENCE)),
            new ConferenceIdReturned(CONFERENCE_ID),
            new ConferenceIdChanged(CONFERENCE_ID, "7654321", NOW),
            new DefaultNumberChanged(ServiceNumber.Type.TOLL, null, "+390212345678", NOW),
            new PstnOnlyMeetingsChanged(true, NOW),
            new UserEvent.ConferenceInformationAsked("n-1", null, NOW),
            new UserEvent.WaitingTold("n-2", "471100815", NOW, 2, NOW),
            reset("29157", false),
            rejected("call-1"),
            locked(),
            UNLOCKED,
            VERIFIED,
            rekeyed(PIN));

    @Test
    void everyEventIsHere() {
        assertEquals(
                Set.of(UserEvent.class.getPermittedSubclasses()),
                EVENTS.stream().map(UserEvent::getClass).collect(toSet()));
    }

    @Test
    void nobodyKnowsAnUnknownUserButTheDirectory() {
        onlyThese(
                List.of(),
                "UserProvisioned",
                "UserNameLeft",
                "LicenceAwaitsUser",
                "PinRejected",
                "ConferenceIdGivenUp",
                "ConferenceIdReturned");
    }

    @Test
    @Tag("C1")
    void whoIsNotEnabledHasNoPin() {
        onlyThese(
                List.of(provisioned()),
                "UserProvisioned",
                "UserNameAwaited",
                "UserNameHeld",
                "UserNameLeft",
                "UserRemoved",
                "UserEnabled",
                "DeliveryKeyAwaited",
                "PinRejected",
                "ConferenceIdWanted",
                "ConferenceIdGivenUp",
                "ConferenceIdReturned");
    }

    @Test
    void whoIsEnabledIsDisabledBeforeItIsRemovedAndIsNotUnlockedWithoutALock() {
        onlyThese(
                List.of(provisioned(), enabled()),
                "UserProvisioned",
                "UserNameAwaited",
                "UserNameHeld",
                "UserNameLeft",
                "ConferenceIdWanted",
                "ConferenceIdGivenUp",
                "ConferenceIdReturned",
                "ConferenceIdChanged",
                "DefaultNumberChanged",
                "PstnOnlyMeetingsChanged",
                "ConferenceInformationAsked",
                "WaitingTold",
                "UserDisabled",
                "PinReset",
                "PinRejected",
                "PinLocked",
                "OrganizerVerified",
                "PinRekeyed");
    }

    @Test
    @Tag("B3")
    @Tag("B4")
    void whoIsLockedIsNotVerifiedAndGetsNoNewPinBeforeAnUnlock() {
        onlyThese(
                List.of(provisioned(), enabled(), locked()),
                "UserProvisioned",
                "UserNameAwaited",
                "UserNameHeld",
                "UserNameLeft",
                "ConferenceIdWanted",
                "ConferenceIdGivenUp",
                "ConferenceIdReturned",
                "ConferenceIdChanged",
                "DefaultNumberChanged",
                "PstnOnlyMeetingsChanged",
                "ConferenceInformationAsked",
                "WaitingTold",
                "UserDisabled",
                "PinRejected",
                "PinLocked",
                "PinUnlocked");
    }

    @Test
    void nobodyLosesSomebodyElsesConferenceId() {
        impossible(List.of(provisioned(), enabled()), new UserDisabled("7654321", NOW));
        impossible(List.of(provisioned(), enabled()), new ConferenceIdChanged("7654321", CONFERENCE_ID, NOW));
    }

    private static void onlyThese(List<UserEvent> history, String... possible) {
        for (UserEvent event : EVENTS) {
            if (Arrays.asList(possible).contains(event.getClass().getSimpleName())) {
                assertDoesNotThrow(() -> fold(history, event), event::toString);
            } else {
                impossible(history, event);
            }
        }
    }

    private static void impossible(List<UserEvent> history, UserEvent event) {
        assertThrows(ImpossibleEvent.class, () -> fold(history, event), event::toString);
    }

    private static void fold(List<UserEvent> history, UserEvent event) {
        given(Stream.concat(history.stream(), Stream.of(event)).toArray(UserEvent[]::new));
    }
}

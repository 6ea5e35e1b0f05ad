package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.AMOS;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.domain.pin.FakeVault;
import dev.foyer.pin.domain.user.AwaitedLicence.GivenUp;
import dev.foyer.pin.domain.user.UserCommand.AwaitLicence;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserCommand.FollowLicence;
import dev.foyer.pin.domain.user.UserCommand.ForgetUser;
import dev.foyer.pin.domain.user.UserCommand.GiveUpLicence;
import dev.foyer.pin.domain.user.UserCommand.NoteLicenceGivenUp;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import dev.foyer.pin.domain.user.UserCommand.SettleLicence;
import dev.foyer.pin.domain.user.UserEvent.DeliveryKeyAwaited;
import dev.foyer.pin.domain.user.UserEvent.LicenceAwaitsUser;
import dev.foyer.pin.domain.user.UserEvent.LicenceGivenUp;
import dev.foyer.pin.domain.user.UserEvent.LicenceTriedAgain;
import dev.foyer.pin.domain.user.UserEvent.LicenceWaitEnded;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A licence that came too early lies at its user, and what is said of the user later is decided with it in mind. */
@Tag("G6")
@Tag("case-T8")
class LicenceThatWaitsTest {

    private static final Licence LICENCE = new Licence("/hr", "e-1", "u-3", "corr-1", 2, 4711);
    private static final Licence LATER = new Licence("/hr", "e-2", "u-3", "corr-2", 2, 4712);
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(7));
    private static final LicenceAwaitsUser EARLY = new LicenceAwaitsUser(LICENCE, NOW, UNTIL);
    private static final DeliveryKeyAwaited KEYLESS = new DeliveryKeyAwaited(LICENCE, NOW, UNTIL);
    private static final FollowLicence FOLLOW = new FollowLicence(NOW, CONFERENCE_ID);

    private final UserTimers timers = new UserTimers();

    @Test
    void aLicenceBeforeItsUserIsWrittenDown() {
        given().when(new AwaitLicence(LICENCE), US.context()).thenEvents(EARLY);
    }

    /** It waits its own seven days. */
    @Test
    void aLaterOneTakesThePlaceOfTheOneThatWaits() {
        Instant then = NOW.plus(Duration.ofDays(6));
        var both = given(EARLY)
                .when(new AwaitLicence(LATER), US.at(then).context())
                .thenEvents(new LicenceAwaitsUser(LATER, then, then.plus(Duration.ofDays(7))));
        assertEquals(Optional.of(then.plus(Duration.ofDays(7))), timers.due(both.stateAfter()));
    }

    @Test
    @Tag("case-L1")
    void withoutRoomNobodyWaits() {
        given().when(new AwaitLicence(LICENCE), US.withoutRoomForUsers().context())
                .thenRefused(new UserRefusal.UserLimitReached());
    }

    @Test
    void whenTheUserComesItIsFollowedAtOnce() {
        var coming =
                given(EARLY).when(UserFixture.provision(AMOS), US.context()).thenEvents(provisioned());
        assertEquals(Optional.of(NOW), timers.due(coming.stateAfter()));
        assertInstanceOf(SettleLicence.class, timers.command(coming.stateAfter()));
        given(EARLY, provisioned())
                .when(new SettleLicence(), US.context())
                .thenEvents(new LicenceTriedAgain(NOW, NOW.plus(Duration.ofMinutes(1))));
        var followed = given(EARLY, provisioned(), wanted())
                .when(FOLLOW, US.drawing(PIN).context());
        assertInstanceOf(UserAnswer.PinIssued.class, followed.answer());
        assertEquals(
                Optional.empty(),
                given(EARLY, provisioned(), wanted(), enabled())
                        .when(new SettleLicence(), US.at(UNTIL).context())
                        .thenEvents()
                        .state()
                        .licence());
    }

    @Test
    void aLicenceWithoutAKeyForPinsIsWrittenDownToo() {
        given(provisioned())
                .when(
                        new AwaitLicence(LICENCE),
                        US.with(FakeVault.drawing().withoutDeliveryKey()).context())
                .thenEvents(KEYLESS);
        given(provisioned())
                .when(new AwaitLicence(LICENCE), US.context())
                .thenRefused(new UserRefusal.LicenceCannotWait());
    }

    @Test
    void itIsTriedAgainTheMoreSeldomTheLongerItWaits() {
        Instant hours = NOW.plus(Duration.ofHours(5));
        given(provisioned(), KEYLESS)
                .when(new SettleLicence(), US.at(hours).context())
                .thenEvents(new LicenceTriedAgain(hours, hours.plus(Duration.ofMinutes(15))));
        given(provisioned(), KEYLESS)
                .when(new SettleLicence(), US.at(NOW.plusSeconds(59)).context())
                .thenEvents();
    }

    /** In their order: first given, then taken away. */
    @Test
    void whatComesLaterKnowsOfIt() {
        LicenceWaitEnded ended = new LicenceWaitEnded(NOW);
        given(EARLY).when(new DisableConferencing(), US.context()).thenEvents(ended);
        given(EARLY).when(new RemoveUser(), US.context()).thenEvents(ended);
        given(provisioned(), KEYLESS)
                .when(new DisableConferencing(), US.context())
                .thenEvents(ended);
        var gone = given(provisioned(), KEYLESS)
                .when(new RemoveUser(), US.context())
                .thenEvents(new UserRemoved(NOW), UserFixture.left());
        assertEquals(Optional.empty(), gone.stateAfter().licence());
        given(EARLY, ended).when(new DisableConferencing(), US.context()).thenRefused(new UserRefusal.UserUnknown());
    }

    /** Somebody takes it away while it is followed: whoever comes second decides, and that is the user. */
    @Test
    void whatWasTakenAwayMeanwhileIsNotFollowed() {
        given(EARLY, provisioned(), wanted(), new LicenceWaitEnded(NOW))
                .when(FOLLOW, US.context())
                .thenRefused(new UserRefusal.LicenceNotAwaited());
        given(provisioned(), wanted(), new DeliveryKeyAwaited(LATER, NOW.plusSeconds(1), UNTIL))
                .when(FOLLOW, US.context())
                .thenRefused(new UserRefusal.LicenceNotAwaited());
        given(EARLY, new LicenceWaitEnded(NOW)).when(FOLLOW, US.context()).thenRefused(new UserRefusal.UserUnknown());
    }

    @Test
    void afterSevenDaysItIsGivenUpAndTheDeadLettersAreTold() {
        var waiting = given(EARLY)
                .when(new SettleLicence(), US.at(UNTIL.minusNanos(1)).context());
        waiting.thenEvents();
        assertEquals(Optional.of(UNTIL), timers.due(waiting.state()));
        LicenceGivenUp givenUp = new LicenceGivenUp(GivenUp.USER_DID_NOT_COME, UNTIL, UNTIL.plus(Around.PATIENCE));
        given(EARLY).when(new SettleLicence(), US.at(UNTIL).context()).thenEvents(givenUp);
        given(provisioned(), KEYLESS)
                .when(new SettleLicence(), US.at(UNTIL).context())
                .thenEvents(new LicenceGivenUp(GivenUp.NO_DELIVERY_KEY, UNTIL, UNTIL.plus(Around.PATIENCE)));

        // If nobody could tell them, once more.
        Instant later = UNTIL.plus(Around.PATIENCE);
        var untold =
                given(EARLY, givenUp).when(new SettleLicence(), US.at(UNTIL).context());
        assertEquals(Optional.of(later), timers.due(untold.thenEvents().state()));
        given(EARLY, givenUp)
                .when(new SettleLicence(), US.at(later).context())
                .thenEvents(new LicenceGivenUp(GivenUp.USER_DID_NOT_COME, later, later.plus(Around.PATIENCE)));
        given(EARLY, givenUp)
                .when(new AwaitLicence(LATER), US.context())
                .thenRefused(new UserRefusal.LicenceCannotWait());
        var told = given(EARLY, givenUp)
                .when(new NoteLicenceGivenUp(NOW), US.at(later).context())
                .thenEvents(new LicenceWaitEnded(later));
        assertTrue(told.stateAfter().licence().isEmpty());
        given(EARLY).when(new NoteLicenceGivenUp(NOW), US.at(later).context()).thenEvents();
    }

    @Test
    @Tag("A3")
    void whatWouldBeRefusedEachTimeIsGivenUpAtOnce() {
        given(provisioned(), KEYLESS)
                .when(new GiveUpLicence(NOW, GivenUp.OWN_PIN), US.context())
                .thenEvents(new LicenceGivenUp(GivenUp.OWN_PIN, NOW, NOW.plus(Around.PATIENCE)));
        given(provisioned(), KEYLESS)
                .when(new GiveUpLicence(NOW.plusSeconds(1), GivenUp.OWN_PIN), US.context())
                .thenEvents();
    }

    /** It is remembered for as long as it waits, however long ago anything else was; and forgotten as others are. */
    @Test
    @Tag("case-L2")
    void whoHasALicenceIsNotForgotten() {
        Instant kept = NOW.plus(User.KEPT);
        given(EARLY).when(new ForgetUser(), US.at(kept).context()).thenEvents();
        given(EARLY, new LicenceWaitEnded(NOW))
                .when(new ForgetUser(), US.at(kept).context())
                .thenEvents(new UserEvent.UserForgotten(kept));
    }

    @Test
    void aNewPersonHasNoLicenceOfTheOldOne() {
        var back = given(EARLY, provisioned(), new UserRemoved(NOW))
                .when(UserFixture.provision(AMOS), US.context())
                .thenEvents(provisioned());
        assertEquals(Optional.empty(), back.stateAfter().licence());
    }
}

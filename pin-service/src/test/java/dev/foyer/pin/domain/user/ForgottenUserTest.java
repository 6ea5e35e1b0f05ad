package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.AMOS;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.rejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.domain.user.UserCommand.ForgetUser;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdReturned;
import dev.foyer.pin.domain.user.UserEvent.UserForgotten;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is gone is forgotten when nothing can refer to them any more, and who comes back then is a new person. */
@Tag("case-L2")
class ForgottenUserTest {

    private static final Instant DUE = NOW.plus(Duration.ofDays(8));
    private static final UserRemoved REMOVED = new UserRemoved(NOW);

    private final UserDecider decider = new UserDecider();
    private final UserTimers timers = new UserTimers();

    @Test
    void aRemovedUserIsForgottenWhenNothingThatWasWrittenBeforeCanBeReadAnyMore() {
        var gone = given(provisioned(), REMOVED)
                .when(new ForgetUser(), US.at(DUE.minusNanos(1)).context());
        gone.thenEvents();
        assertEquals(Optional.of(DUE), timers.due(gone.state()));
        assertInstanceOf(ForgetUser.class, timers.command(gone.state()));
        assertFalse(decider.isOver(gone.state()), "still remembered");

        var forgetting = given(provisioned(), REMOVED)
                .when(new ForgetUser(), US.at(DUE).context())
                .thenEvents(new UserForgotten(DUE));
        assertTrue(decider.isOver(forgetting.stateAfter()));
        assertEquals(decider.initial(), forgetting.stateAfter());
    }

    /** An ID that nobody gave back would be leaked. */
    @Test
    @Tag("C2")
    void notWhileAConferenceIdIsOnItsWayBack() {
        List<UserEvent> leaving = List.of(provisioned(), UserFixture.enabled(), UserFixture.disabled(), REMOVED);
        var waiting = given(leaving.toArray(UserEvent[]::new))
                .when(new ForgetUser(), US.at(DUE).context());
        waiting.thenEvents();
        assertInstanceOf(UserCommand.SettleConferenceIds.class, timers.command(waiting.state()));

        given(
                        provisioned(),
                        UserFixture.enabled(),
                        UserFixture.disabled(),
                        REMOVED,
                        new ConferenceIdReturned(UserFixture.CONFERENCE_ID))
                .when(new ForgetUser(), US.at(DUE).context())
                .thenEvents(new UserForgotten(DUE));
    }

    @Test
    void notWhoIsThere() {
        given(provisioned()).when(new ForgetUser(), US.at(DUE).context()).thenEvents();
        given(provisioned(), REMOVED, provisioned())
                .when(new ForgetUser(), US.at(DUE).context())
                .thenEvents();
        given(provisioned(), UserFixture.enabled())
                .when(new ForgetUser(), US.at(DUE).context())
                .thenEvents();
    }

    /** Guesses at somebody whom nobody ever heard of would otherwise stay for ever. */
    @Test
    void nobodyWhoWasGuessedAtIsForgottenToo() {
        var guessed =
                given(rejected("call-1")).when(new ForgetUser(), US.at(DUE).context());
        guessed.thenEvents(new UserForgotten(DUE));
        assertEquals(Optional.of(DUE), timers.due(guessed.state()));
    }

    /** Journals before format 2 do not say when: long ago. */
    @Test
    void whoWasRemovedLongAgoIsForgottenAtOnce() {
        var gone = given(provisioned(), new UserRemoved(null)).when(new ForgetUser(), US.context());
        gone.thenEvents(new UserForgotten(NOW));
        assertFalse(decider.isOver(gone.state()), "only the event ends it: sequences of before go on");
    }

    @Test
    @Tag("G6")
    void whoComesBackIsANewPerson() {
        var back = given(provisioned(), REMOVED, new UserForgotten(DUE))
                .when(UserFixture.provision(AMOS), US.at(DUE).context())
                .thenEvents(provisioned());
        assertEquals(
                new User.Provisioned(
                        AMOS, CallTries.NONE, UnsettledIds.NONE, Resets.NONE, NameClaim.NONE.holding(), null),
                back.stateAfter());
        assertEquals(new UserAnswer.Provisioned(true), back.answer());
    }

    /** Long before anybody forgets: the ID is still on its way back, and belongs to nobody. */
    @Test
    @Tag("G6")
    void whoIsCreatedAgainAtOnceHasNothingOfTheOldOne() {
        var back = given(
                        provisioned(),
                        UserFixture.wanted(),
                        UserFixture.enabled(),
                        UserFixture.lockedForGood(),
                        UserFixture.disabled(),
                        REMOVED)
                .when(UserFixture.provision(AMOS), US.context())
                .thenEvents(provisioned());
        UnsettledIds returning = UnsettledIds.NONE.returning(UserFixture.CONFERENCE_ID, NOW, NOW);
        assertEquals(
                new User.Provisioned(AMOS, CallTries.NONE, returning, Resets.NONE, NameClaim.NONE.holding(), null),
                back.stateAfter());
        assertEquals(new UserAnswer.Provisioned(true), back.answer());
    }
}

package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.HELPDESK;
import static dev.foyer.pin.domain.user.Around.PATIENCE;
import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static dev.foyer.pin.domain.user.UserFixture.disabled;
import static dev.foyer.pin.domain.user.UserFixture.enable;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.locked;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.foyer.pin.domain.user.UserAnswer.ConferenceIdIs;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferenceId;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdReturned;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdTaken;
import dev.foyer.pin.domain.user.UserCommand.SettleConferenceIds;
import dev.foyer.pin.domain.user.UserCommand.WantConferenceId;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdChanged;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdGivenUp;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdReturned;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a conference ID comes to its user and goes back, whatever happens in between. */
class ConferenceIdTest {

    private static final String NEW = "8150042";
    private static final Instant LATER = NOW.plus(PATIENCE);
    private static final UserTimers TIMERS = new UserTimers();

    @Test
    @Tag("C3")
    void theOldOneDiesAtOnce() {
        var changing = given(provisioned(), enabled(), wanted(NEW))
                .when(new ChangeConferenceId(NEW), US.context())
                .thenEvents(new ConferenceIdChanged(CONFERENCE_ID, NEW, NOW));
        assertEquals(new ConferenceIdIs(NEW), changing.answer());
        User.Enabled after = (User.Enabled) changing.stateAfter();
        assertEquals(NEW, after.conferencing().conferenceId());
        assertEquals(UnsettledIds.NONE.returning(CONFERENCE_ID, NOW, NOW), after.ids());
    }

    @Test
    @Tag("C3")
    void pinLockAndNumbersStayAsTheyAre() {
        var changing =
                given(provisioned(), enabled(), locked(), wanted(NEW)).when(new ChangeConferenceId(NEW), US.context());
        User.Enabled before = (User.Enabled) changing.state();
        User.Enabled after = (User.Enabled) changing.stateAfter();
        assertEquals(before.lockout(), after.lockout());
        assertEquals(before.conferencing().verifier(), after.conferencing().verifier());
    }

    @Test
    @Tag("C3")
    void onlyAnAdministratorChangesIt() {
        given(provisioned(), enabled(), wanted(NEW))
                .when(new ChangeConferenceId(NEW), US.by(HELPDESK).context())
                .thenRefused(new UserRefusal.ConferenceIdNeedsAdministrator());
    }

    @Test
    @Tag("C2")
    void nobodyGetsAnIdThatWasNotReservedForThem() {
        given(provisioned(), enabled())
                .when(new ChangeConferenceId(NEW), US.context())
                .thenRefused(new UserRefusal.ConferenceIdNotReserved());
    }

    @Test
    @Tag("C2")
    void whatIsWantedAndNotUsedIsGivenUp() {
        var givingUp = given(provisioned(), wanted())
                .when(new SettleConferenceIds(), US.at(LATER).context())
                .thenEvents(new ConferenceIdGivenUp(CONFERENCE_ID, LATER, LATER.plus(PATIENCE)));
        assertFalse(givingUp.stateAfter().ids().isWanted(CONFERENCE_ID));
        given(provisioned(), wanted())
                .when(new SettleConferenceIds(), US.at(LATER.minusMillis(1)).context())
                .thenEvents();
    }

    /** The race that would leave an enabled user with an ID that the register gives to somebody else. */
    @Test
    @Tag("C2")
    void whoComesTooLateIsNotEnabledWithAnIdThatWasGivenUp() {
        given(provisioned(), wanted(), new ConferenceIdGivenUp(CONFERENCE_ID, LATER, LATER.plus(PATIENCE)))
                .when(enable(), US.at(LATER).drawing(PIN).context())
                .thenRefused(new UserRefusal.ConferenceIdNotReserved());
    }

    /** Else the timer of one request would give up what another one uses. */
    @Test
    @Tag("C2")
    void whatIsInUseOrWantedIsNotWantedOnceMore() {
        var again = given(provisioned(), enabled())
                .when(new WantConferenceId(CONFERENCE_ID), US.context())
                .thenEvents();
        assertEquals(new ConferenceIdIs(CONFERENCE_ID), again.answer());
        given(provisioned(), enabled(), wanted(NEW))
                .when(new WantConferenceId(NEW), US.context())
                .thenRefused(new UserRefusal.ConferenceIdUnsettled(NEW));
    }

    @Test
    @Tag("C2")
    void whatSomebodyElseHasIsNotUsedHoweverOftenItIsAskedFor() {
        var taken = new NoteConferenceIdTaken(NEW, NOW.plus(PATIENCE));
        var noting = given(provisioned(), enabled(), wanted(NEW))
                .when(taken, US.context())
                .thenEvents(new ConferenceIdReturned(NEW));
        assertEquals(UnsettledIds.NONE, noting.stateAfter().ids());
        given(provisioned(), enabled(), wanted(NEW), new ConferenceIdReturned(NEW))
                .when(new ChangeConferenceId(NEW), US.context())
                .thenRefused(new UserRefusal.ConferenceIdNotReserved());
    }

    @Test
    @Tag("C2")
    void whatIsOnItsWayBackIsNotWantedAgainBeforeItIsBack() {
        given(provisioned(), enabled(), disabled())
                .when(new WantConferenceId(CONFERENCE_ID), US.context())
                .thenRefused(new UserRefusal.ConferenceIdUnsettled(CONFERENCE_ID));
        given(provisioned(), enabled(), disabled(), new ConferenceIdReturned(CONFERENCE_ID))
                .when(new WantConferenceId(CONFERENCE_ID), US.context())
                .thenEvents(wanted());
    }

    @Test
    @Tag("C2")
    void theTimerWatchesWhatIsWantedAndWhatIsNotBackYet() {
        assertEquals(
                Optional.of(LATER), TIMERS.due(given(provisioned(), wanted()).state()));
        assertEquals(
                Optional.of(NOW),
                TIMERS.due(given(provisioned(), enabled(), disabled()).state()));
        assertEquals(
                Optional.empty(),
                TIMERS.due(given(provisioned(), wanted(), enabled()).state()));
        User removed = given(provisioned(), enabled(), disabled(), new UserRemoved(NOW))
                .state();
        assertEquals(Optional.of(NOW), TIMERS.due(removed), "also when the user is gone");
        assertEquals(new SettleConferenceIds(), TIMERS.command(removed));
    }

    /** A late try at one return must be recognised as a try at that return. */
    @Test
    @Tag("C2")
    void aReturnKeepsItsNameHoweverOftenItIsTried() {
        User once = given(provisioned(), enabled(), disabled()).state();
        User again = given(
                        provisioned(),
                        enabled(),
                        disabled(),
                        new ConferenceIdGivenUp(CONFERENCE_ID, NOW.plusMillis(1), LATER))
                .state();
        assertEquals(NOW, once.ids().byId().get(CONFERENCE_ID).returningSince());
        assertEquals(NOW, again.ids().byId().get(CONFERENCE_ID).returningSince());
        assertEquals(LATER, again.ids().byId().get(CONFERENCE_ID).due());
    }

    @Test
    @Tag("C2")
    void whatIsBackIsSettled() {
        var noting = given(provisioned(), enabled(), disabled())
                .when(new NoteConferenceIdReturned(CONFERENCE_ID), US.context())
                .thenEvents(new ConferenceIdReturned(CONFERENCE_ID));
        assertEquals(UnsettledIds.NONE, noting.stateAfter().ids());
    }

    @Test
    @Tag("C2")
    void newsOfAReturnDoesNotTakeAwayWhatIsWanted() {
        given(provisioned(), wanted())
                .when(new NoteConferenceIdReturned(CONFERENCE_ID), US.context())
                .thenEvents();
    }
}

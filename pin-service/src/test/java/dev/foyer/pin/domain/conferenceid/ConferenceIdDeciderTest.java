package dev.foyer.pin.domain.conferenceid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.ForgetConferenceId;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Release;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Reserve;
import dev.foyer.pin.domain.conferenceid.ConferenceIdEvent.ConferenceIdForgotten;
import dev.foyer.pin.domain.conferenceid.ConferenceIdEvent.ConferenceIdReleased;
import dev.foyer.pin.domain.conferenceid.ConferenceIdEvent.ConferenceIdReserved;
import dev.foyer.pin.domain.conferenceid.ConferenceIdRefusal.ConferenceIdTaken;
import dev.foyer.pin.domain.conferenceid.ConferenceIdRefusal.ReservedTooLate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One owner at a time, over all tenants. */
@Tag("C2")
class ConferenceIdDeciderTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:15:30Z");
    private static final String AMOS = "contoso.com/u-17";
    private static final String VERA = "fabrikam.com/u-17";
    private static final ConferenceIdReserved BY_AMOS = new ConferenceIdReserved(AMOS);
    private static final ConferenceIdReleased GIVEN_BACK = new ConferenceIdReleased(AMOS, NOW);

    /** Whoever slept between wanting and reserving: the user has given it up, and nobody would give it back. */
    @Test
    @Tag("C2")
    void nothingIsReservedTooLate() {
        given().when(new Reserve(AMOS, NOW), NOW.plusMillis(1)).thenRefused(new ReservedTooLate());
        given(BY_AMOS).when(new Reserve(AMOS, NOW), NOW.plusMillis(1)).thenRefused(new ReservedTooLate());
    }

    @Test
    void aFreeOneIsReserved() {
        given().when(new Reserve(AMOS, NOW), NOW).thenEvents(BY_AMOS);
        given(BY_AMOS, GIVEN_BACK).when(new Reserve(VERA, NOW), NOW).thenEvents(new ConferenceIdReserved(VERA));
    }

    @Test
    void reservingItTwiceChangesNothing() {
        given(BY_AMOS).when(new Reserve(AMOS, NOW), NOW).thenEvents();
    }

    @Test
    void somebodyElsesIsTakenAlsoForTheSameUserIdOfAnotherTenant() {
        given(BY_AMOS).when(new Reserve(VERA, NOW), NOW).thenRefused(new ConferenceIdTaken());
    }

    @Test
    void theOwnerReleasesIt() {
        given(BY_AMOS).when(new Release(AMOS), NOW).thenEvents(GIVEN_BACK);
    }

    @Test
    void releasingWhatOneHasNotChangesNothing() {
        given().when(new Release(AMOS), NOW).thenEvents();
        given(BY_AMOS).when(new Release(VERA), NOW).thenEvents();
        given(BY_AMOS, GIVEN_BACK).when(new Release(AMOS), NOW).thenEvents();
    }

    @Test
    void aJournalWithTwoOwnersOrAStrangersReleaseIsBroken() {
        assertThrows(ImpossibleEvent.class, () -> given(BY_AMOS, new ConferenceIdReserved(VERA)));
        assertThrows(ImpossibleEvent.class, () -> given(BY_AMOS, new ConferenceIdReleased(VERA, NOW)));
        assertThrows(ImpossibleEvent.class, () -> given(GIVEN_BACK));
    }

    @Test
    @Tag("case-L2")
    void whatWasGivenBackIsForgottenADayLater() {
        Instant due = NOW.plus(Duration.ofHours(25));
        var timers = new ConferenceIdTimers();
        assertEquals(Optional.of(due), timers.due(new ConferenceId.Released(NOW)));
        given(BY_AMOS, GIVEN_BACK)
                .when(timers.command(new ConferenceId.Released(NOW)), due.minusNanos(1))
                .thenEvents();
        var forgetting = given(BY_AMOS, GIVEN_BACK)
                .when(new ForgetConferenceId(), due)
                .thenEvents(new ConferenceIdForgotten(due));
        assertTrue(new ConferenceIdDecider().isOver(forgetting.stateAfter()));
        given(BY_AMOS).when(new ForgetConferenceId(), due).thenEvents();
        assertFalse(new ConferenceIdDecider().isOver(new ConferenceId.Released(NOW)), "Not before");
        assertFalse(new ConferenceIdDecider().isOver(new ConferenceId.Reserved(AMOS)));
    }

    /** Whose journal does not say when: it was before there were formats, so long ago. */
    @Test
    @Tag("case-L2")
    void whatWasGivenBackLongAgoIsForgottenAtOnce() {
        given(BY_AMOS, new ConferenceIdReleased(AMOS, null))
                .when(new ForgetConferenceId(), NOW)
                .thenEvents(new ConferenceIdForgotten(NOW));
    }

    private static DeciderTester<
                    ConferenceId,
                    ConferenceIdCommand,
                    ConferenceIdEvent,
                    ConferenceIdRefusal,
                    ConferenceIdAnswer,
                    Instant>
            given(ConferenceIdEvent... history) {
        return DeciderTester.given(new ConferenceIdDecider(), List.of(history));
    }
}

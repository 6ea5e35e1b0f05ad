package dev.foyer.pin.domain.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.signin.SourceAnswer.Counted;
import dev.foyer.pin.domain.signin.SourceAnswer.Forgotten;
import dev.foyer.pin.domain.signin.SourceCommand.CountFailedSignIn;
import dev.foyer.pin.domain.signin.SourceCommand.ForgetFailedSignIns;
import dev.foyer.pin.domain.signin.SourceRefusal.SourceWaits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("case-S7")
class SourceDeciderTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:15:30Z");
    private static final String ADMIN = "9f86d081884c7d65";

    private final SourceDecider decider = new SourceDecider();
    private Source source = decider.initial();
    private Instant now = NOW;

    /** Guesses come from many addresses, each of them once. */
    @Test
    void anAddressIsForgottenWhenItsNextFailureWouldBeTheFirst() {
        for (int i = 0; i < 6; i++) {
            fail(ADMIN);
        }
        Instant over = now.plus(Duration.ofHours(1));
        assertEquals(Optional.of(over), new SourceTimers().due(source));
        now = over.minusMillis(1);
        decide(new SourceCommand.ForgetSource());
        assertFalse(decider.isOver(source), "too early");
        now = over;
        var first = (Decision.Accepted<?, ?, ?>) decider.decide(source, new CountFailedSignIn(ADMIN), now);
        assertEquals(new Counted(null, null), first.answer(), "it would be the first");
        decide(new SourceCommand.ForgetSource());
        assertTrue(decider.isOver(source));
        assertEquals(Optional.empty(), new SourceTimers().due(source));
    }

    @Test
    void fiveTypingErrorsAreFreeThenEachDoublesTheWait() {
        for (int i = 0; i < 5; i++) {
            assertEquals(new Counted(null, null), fail(ADMIN));
        }
        for (int seconds : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900)) {
            assertEquals(now.plusSeconds(seconds), ((Counted) fail(ADMIN)).nameUntil());
            assertEquals(new SourceWaits(now.plusSeconds(seconds)), refused(ADMIN));
            now = now.plusSeconds(seconds);
        }
    }

    @Test
    void anotherNameFromThereIsFreeUntilTheAddressHasTriedTwenty() {
        for (int i = 0; i < 20; i++) {
            assertEquals(new Counted(null, null), fail("name-" + i));
        }
        assertEquals(new Counted(null, now.plusSeconds(1)), fail("name-20"));
        assertEquals(new SourceWaits(now.plusSeconds(1)), refused("name-21"));
        assertEquals(new SourceWaits(now.plusSeconds(1)), refused("name-0"));
    }

    @Test
    void aDayOfGuessingFromOneAddressIsAHundredGuesses() {
        int compared = 0;
        Instant end = NOW.plus(Duration.ofDays(1));
        while (now.isBefore(end)) {
            Instant until = source.waitsUntil(ADMIN, now);
            if (until == null) {
                fail(ADMIN);
                compared++;
            } else {
                now = until;
            }
        }
        assertTrue(compared < 125, compared + " guesses");
    }

    @Test
    void anHourWithoutFailuresForgetsThem() {
        for (int i = 0; i < 6; i++) {
            fail(ADMIN);
        }
        now = now.plus(Duration.ofHours(1));
        assertEquals(new Counted(null, null), fail(ADMIN));
    }

    @Test
    void whoIsRightAfterAllBeginsAnewAndOnlyThatName() {
        for (int i = 0; i < 6; i++) {
            fail(ADMIN);
        }
        assertEquals(new Forgotten(), forget(ADMIN));
        assertEquals(new Failures(6, now, null), source.all(), "what is counted of all names stays");
        for (int i = 0; i < 5; i++) {
            assertEquals(new Counted(null, null), fail(ADMIN));
        }
        assertEquals(now.plusSeconds(1), ((Counted) fail(ADMIN)).nameUntil());
        forget("another");
        assertEquals(new SourceWaits(now.plusSeconds(1)), refused(ADMIN));
    }

    @Test
    void whereNothingWasCountedNothingIsWritten() {
        var nothing = decider.decide(source, new ForgetFailedSignIns(ADMIN), now);
        assertEquals(Decision.accept(new Forgotten()), nothing);
    }

    @Test
    void theStateIsBoundedHoweverManyNamesAreTried() {
        for (int i = 0; i < 500; i++) {
            now = now.plus(Duration.ofMinutes(16));
            fail("name-" + i);
        }
        assertEquals(64, source.byName().size());
    }

    private SourceAnswer fail(String name) {
        return decide(new CountFailedSignIn(name));
    }

    private SourceAnswer forget(String name) {
        return decide(new ForgetFailedSignIns(name));
    }

    private SourceAnswer decide(SourceCommand command) {
        return switch (decider.decide(source, command, now)) {
            case Decision.Accepted<SourceEvent, SourceRefusal, SourceAnswer>(var events, var answer) -> {
                events.forEach(event -> source = decider.evolve(source, event));
                yield answer;
            }
            case Decision.Refused<SourceEvent, SourceRefusal, SourceAnswer>(var reason) ->
                throw new AssertionError(reason);
        };
    }

    private SourceRefusal refused(String name) {
        return switch (decider.decide(source, new CountFailedSignIn(name), now)) {
            case Decision.Refused<SourceEvent, SourceRefusal, SourceAnswer>(var reason) -> reason;
            case Decision.Accepted<SourceEvent, SourceRefusal, SourceAnswer> accepted ->
                throw new AssertionError(accepted);
        };
    }
}

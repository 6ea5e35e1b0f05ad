package dev.foyer.pin.domain.scan;

import static dev.foyer.pin.domain.scan.Source.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.scan.CallSourceAnswer.Cleared;
import dev.foyer.pin.domain.scan.CallSourceAnswer.Counted;
import dev.foyer.pin.domain.scan.CallSourceCommand.ClearSource;
import dev.foyer.pin.domain.scan.CallSourceCommand.CountUnknownId;
import dev.foyer.pin.domain.scan.CallSourceCommand.ForgetSource;
import dev.foyer.pin.domain.scan.CallSourceEvent.SourceForgotten;
import dev.foyer.pin.domain.scan.CallSourceEvent.UnknownIdCounted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G2")
@Tag("case-S7")
class CallSourceDeciderTest {

    private final Source number = new Source(SourceKind.NUMBER);

    @Test
    void tenMisdialledIdsAreFreeThenEachDoublesTheWaitUpToAnHour() {
        for (int i = 0; i < 10; i++) {
            assertEquals(new Counted(null, null), number.unknownId());
            assertFalse(((UnknownIdCounted) number.last().getFirst()).suspected());
        }
        for (int seconds : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256)) {
            assertEquals(number.now().plusSeconds(seconds), number.unknownId().idsRefusedUntil());
            assertTrue(((UnknownIdCounted) number.last().getFirst()).suspected());
            assertFalse(number.looksUp());
            number.after(Duration.ofSeconds(seconds));
            assertTrue(number.looksUp());
        }
        for (int i = 0; i < 20; i++) {
            number.unknownId();
        }
        assertEquals(
                number.now().plus(Duration.ofHours(1)), number.state().ids().until());
    }

    /** What was looked up before the wait was known is counted all the same: many at once get nobody further. */
    @Test
    void aThousandAtOnceAreAThousand() {
        for (int i = 0; i < 1_000; i++) {
            number.unknownId();
        }
        assertEquals(1_000, number.state().ids().total());
        assertEquals(NOW.plus(Duration.ofHours(1)), number.state().ids().until());
    }

    @Test
    void whoMisdialsNowAndThenNeverWaits() {
        for (int i = 0; i < 1_000; i++) {
            number.after(Duration.ofMinutes(10));
            assertNull(number.unknownId().idsRefusedUntil());
        }
        assertEquals(1_000, number.state().ids().total());
    }

    /** An office of thousands behind one number: misdials by the hundred, between calls that are right. */
    @Test
    void anOfficeIsNoScanner() {
        for (int i = 0; i < 1_000; i++) {
            number.right();
            number.right();
            number.after(Duration.ofSeconds(20));
            assertNull(number.unknownId().idsRefusedUntil());
        }
    }

    @Test
    void aGuessEachAtManyOrganizersIsRefusedFromTheSixthOn() {
        for (int i = 0; i < 5; i++) {
            assertNull(number.wrongPin("u-" + i).pinsRefusedUntil());
        }
        assertEquals(NOW.plusSeconds(1), number.wrongPin("u-5").pinsRefusedUntil());
        assertFalse(number.compares());
        assertTrue(number.looksUp(), "conference IDs are another matter");
    }

    /** Their lock is for that (rule B2). */
    @Test
    void manyGuessesAtOneOrganizerAreCountedThere() {
        number.wrongPin("u-1");
        for (int i = 0; i < 100; i++) {
            assertNull(number.wrongPin("u-1").pinsRefusedUntil());
            assertEquals(List.of(), number.last());
        }
        assertEquals(1, number.state().organizers().total());
        number.after(Duration.ofHours(1));
        number.wrongPin("u-1");
        assertEquals(2, number.state().organizers().total());
    }

    @Test
    void theStateIsBoundedHoweverManyOrganizersAreTried() {
        for (int i = 0; i < 500; i++) {
            number.wrongPin("u-" + i);
        }
        assertEquals(64, number.state().tried().size());
    }

    /** They are many people, so nobody of them waits long because of one. */
    @Test
    void callsWithoutANumberNeverWaitLongerThanRedialling() {
        Source withheld = new Source(SourceKind.WITHHELD);
        for (int i = 0; i < 100; i++) {
            assertNull(withheld.unknownId().idsRefusedUntil());
        }
        int told = 0;
        for (int i = 0; i < 1_000; i++) {
            withheld.unknownId();
            told += ((UnknownIdCounted) withheld.last().getFirst()).suspected() ? 1 : 0;
        }
        assertEquals(NOW.plusSeconds(1), withheld.state().ids().until(), "a wait ends when it was to end");
        assertEquals(1, told, "and is told once");
        withheld.after(Duration.ofSeconds(1));
        assertEquals(withheld.now().plusSeconds(10), withheld.unknownId().idsRefusedUntil());
    }

    /** A bridge is everybody's: it is reported, each time that it doubles, and never refused. */
    @Test
    void aBridgeIsReportedAndNeverRefused() {
        Source bridge = new Source(SourceKind.ACCOUNT);
        List<Integer> reported = new ArrayList<>();
        for (int i = 1; i <= 1_100; i++) {
            assertNull(bridge.unknownId().idsRefusedUntil());
            if (((UnknownIdCounted) bridge.last().getFirst()).suspected()) {
                reported.add(i);
            }
        }
        assertEquals(List.of(1_001, 1_002, 1_004, 1_008, 1_016, 1_032, 1_064), reported);
    }

    @Test
    void clearedIsAsNew() {
        for (int i = 0; i < 30; i++) {
            number.unknownId();
        }
        assertEquals(new Cleared(), number.decide(new ClearSource()));
        assertTrue(number.looksUp());
        assertNull(number.unknownId().idsRefusedUntil());
        assertEquals(1, number.state().ids().total());
    }

    @Test
    void whereNothingIsCountedNothingIsCleared() {
        var decision = new CallSourceDecider()
                .decide(CallSource.NEW, new ClearSource(), new CallSourceContext(SourceKind.NUMBER, NOW));
        assertInstanceOf(Decision.Refused.class, decision);
    }

    /** Numbers can be made up, another one for each call. */
    @Test
    void aMissThatNobodyWasToldOfIsForgottenWhenItMeansNothing() {
        for (int i = 0; i < 10; i++) {
            number.unknownId();
        }
        number.wrongPin("u-1");
        number.after(Duration.ofHours(2).minusMillis(1));
        number.decide(new ForgetSource());
        assertFalse(isOver(), "too early");
        number.after(Duration.ofMillis(1));
        assertEquals(Optional.of(number.now()), new CallSourceTimers().due(number.state()));
        CallSource late = number.state();
        number.decide(new ForgetSource());
        assertTrue(isOver());
        assertEquals(List.of(new SourceForgotten(number.now())), number.last());
        // To be known meant nothing: the next miss costs what the first one costs.
        assertEquals(next(late).idsRefusedUntil(), next(CallSource.NEW).idsRefusedUntil());
    }

    @Test
    void whoIsSuspectedIsKnownForAsLongAsOthersKnow() {
        for (int i = 0; i < 11; i++) {
            number.unknownId();
        }
        number.after(Duration.ofDays(30).minusMillis(1));
        number.decide(new ForgetSource());
        assertFalse(isOver());
        number.after(Duration.ofMillis(1));
        number.decide(new ForgetSource());
        assertTrue(isOver());
    }

    /** So that who clears it twice is answered twice. */
    @Test
    void whatIsClearedIsForgottenALittleLater() {
        number.unknownId();
        number.decide(new ClearSource());
        assertFalse(isOver());
        number.after(Duration.ofHours(2));
        number.decide(new ForgetSource());
        assertTrue(isOver());
    }

    private boolean isOver() {
        return new CallSourceDecider().isOver(number.state());
    }

    private Counted next(CallSource source) {
        var context = new CallSourceContext(SourceKind.NUMBER, number.now());
        return (Counted) ((Decision.Accepted<?, ?, ?>)
                        new CallSourceDecider().decide(source, new CountUnknownId("+390212345678", 0), context))
                .answer();
    }
}

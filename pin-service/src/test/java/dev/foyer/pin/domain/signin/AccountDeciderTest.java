package dev.foyer.pin.domain.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.pin.domain.signin.AccountAnswer.Generation;
import dev.foyer.pin.domain.signin.AccountCommand.ForgetAccount;
import dev.foyer.pin.domain.signin.AccountCommand.NoteFailedSignIn;
import dev.foyer.pin.domain.signin.AccountCommand.NoteSignIn;
import dev.foyer.pin.domain.signin.AccountCommand.SignOut;
import dev.foyer.pin.domain.signin.AccountEvent.Forgotten;
import dev.foyer.pin.domain.signin.AccountEvent.SignInFailed;
import dev.foyer.pin.domain.signin.AccountEvent.SignedIn;
import dev.foyer.pin.domain.signin.AccountEvent.SignedOut;
import dev.foyer.pin.domain.signin.AccountRefusal.AccountWaits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccountDeciderTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:15:30Z");
    private static final String HOME = "203.0.113.7";
    private static final String ELSEWHERE = "198.51.100.4";

    @Test
    void aSessionBelongsToTheGenerationThatHolds() {
        assertEquals(
                new Generation(0),
                given().when(new NoteSignIn(HOME, Channel.PAGE), NOW).answer());
        assertEquals(
                new Generation(1),
                given(new SignedOut(1, NOW))
                        .when(new NoteSignIn(HOME, Channel.PAGE), NOW)
                        .answer());
    }

    @Test
    @Tag("case-S6")
    void signingOutEndsAllSessions() {
        given().when(new SignOut(0), NOW).thenEvents(new SignedOut(1, NOW));
        given(new SignedOut(1, NOW)).when(new SignOut(1), NOW).thenEvents(new SignedOut(2, NOW));
    }

    @Test
    @Tag("case-S6")
    void aSessionThatHasEndedEndsNoOther() {
        given(new SignedOut(1, NOW)).when(new SignOut(0), NOW).thenEvents();
        given().when(new SignOut(7), NOW).thenEvents();
    }

    /** Whoever is called so when the tenant comes again is nobody's heir; and sessions of before hold never again. */
    @Test
    void ofATenantThatIsGoneNothingIsRememberedButThatSessionsEnded() {
        var forgotten = given(new SignedOut(1, NOW), new SignedIn(HOME, Channel.PAGE, NOW))
                .when(new ForgetAccount(), NOW)
                .thenEvents(new Forgotten(2, NOW));
        assertEquals(new Account(2, Failures.NONE, List.of()), forgotten.stateAfter());
        given(new SignedOut(1, NOW)).when(new ForgetAccount(), NOW).thenEvents();
        given().when(new ForgetAccount(), NOW).thenEvents();
    }

    @Test
    void theApiIsNotedOncePerAddressAndThePageEachTime() {
        SignedIn before = new SignedIn(HOME, Channel.API, NOW);
        given().when(new NoteSignIn(HOME, Channel.API), NOW).thenEvents(before);
        given(before).when(new NoteSignIn(HOME, Channel.API), NOW).thenEvents();
        given(before)
                .when(new NoteSignIn(ELSEWHERE, Channel.API), NOW)
                .thenEvents(new SignedIn(ELSEWHERE, Channel.API, NOW));
        given(before).when(new NoteSignIn(HOME, Channel.PAGE), NOW).thenEvents(new SignedIn(HOME, Channel.PAGE, NOW));
    }

    @Test
    @Tag("case-S7")
    void fiftyFailuresFromUnknownAddressesCostNothingThenWaitsGrowSlowlyAndStayShort() {
        List<AccountEvent> history = failures(50);
        given(history)
                .when(new NoteFailedSignIn(ELSEWHERE), NOW)
                .thenEvents(new SignInFailed(ELSEWHERE, true, 51, NOW.plusSeconds(1), NOW));
        given(failures(56))
                .when(new NoteFailedSignIn(ELSEWHERE), NOW.plusSeconds(60))
                .thenEvents(new SignInFailed(ELSEWHERE, true, 57, NOW.plusSeconds(62), NOW.plusSeconds(60)));
        given(failures(5_000))
                .when(new NoteFailedSignIn(ELSEWHERE), NOW.plusSeconds(60))
                .thenEvents(new SignInFailed(ELSEWHERE, true, 5_001, NOW.plusSeconds(120), NOW.plusSeconds(60)));
    }

    @Test
    @Tag("case-S7")
    void whatIsTriedDuringAWaitIsNotCountedSoThatTheWaitEnds() {
        given(failures(51))
                .when(new NoteFailedSignIn(ELSEWHERE), NOW)
                .thenRefused(new AccountWaits(NOW.plusSeconds(1)));
        given(failures(51))
                .when(new NoteFailedSignIn(ELSEWHERE), NOW.plusSeconds(1))
                .thenEvents(
                        new SignInFailed(ELSEWHERE, true, 52, NOW.plusSeconds(1).plusSeconds(1), NOW.plusSeconds(1)));
    }

    @Test
    @Tag("case-S7")
    void aKnownAddressIsNotKeptOutByGuessesFromElsewhere() {
        List<AccountEvent> history = new ArrayList<>(failures(51));
        history.addFirst(new SignedIn(HOME, Channel.PAGE, NOW));
        given(history)
                .when(new NoteFailedSignIn(HOME), NOW)
                .thenEvents(new SignInFailed(HOME, false, 51, NOW.plusSeconds(1), NOW));
    }

    @Test
    void anHourWithoutFailuresForgetsThem() {
        Instant later = NOW.plus(Duration.ofHours(1));
        given(failures(50))
                .when(new NoteFailedSignIn(ELSEWHERE), later)
                .thenEvents(new SignInFailed(ELSEWHERE, true, 1, null, later));
    }

    @Test
    void onlyTheLatestAddressesAreRemembered() {
        List<AccountEvent> history = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            history.add(new SignedIn("203.0.113." + i, Channel.PAGE, NOW));
        }
        List<String> known = given(history).state().knownAddresses();
        assertEquals(16, known.size());
        assertEquals("203.0.113.19", known.getLast());
    }

    @Test
    void aGenerationThatLeapsIsABrokenJournal() {
        assertThrows(ImpossibleEvent.class, () -> given(new SignedOut(2, NOW)));
    }

    /** The last of them at {@link #NOW}, with the waits that belong to them. */
    private static List<AccountEvent> failures(int count) {
        List<AccountEvent> events = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            events.add(new SignInFailed(ELSEWHERE, true, i, Growth.OF_ACCOUNT.waitAfter(i, NOW), NOW));
        }
        return events;
    }

    private static DeciderTester<Account, AccountCommand, AccountEvent, AccountRefusal, AccountAnswer, Instant> given(
            AccountEvent... history) {
        return given(List.of(history));
    }

    private static DeciderTester<Account, AccountCommand, AccountEvent, AccountRefusal, AccountAnswer, Instant> given(
            List<AccountEvent> history) {
        return DeciderTester.given(new AccountDecider(), history);
    }
}

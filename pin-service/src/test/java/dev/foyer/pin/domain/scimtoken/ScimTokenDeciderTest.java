package dev.foyer.pin.domain.scimtoken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.pin.domain.scimtoken.ScimTokenAnswer.TokenNoted;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand.MakeToken;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand.NoteTokenUsed;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand.RevokeAllTokens;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand.RevokeToken;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent.TokenMade;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent.TokenRevoked;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent.TokenUsed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G4")
class ScimTokenDeciderTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));
    private static final ScimTokenContext CONTEXT = new ScimTokenContext(NOW, "admin", 2);
    private static final MakeToken MAKE = new MakeToken("0000000000000001", "Entra ID", "ab", LATER);
    private static final TokenMade MADE = new TokenMade("0000000000000001", "Entra ID", "ab", LATER, NOW, "admin");
    private static final TokenMade SECOND = new TokenMade("0000000000000002", "Okta", "cd", null, NOW, "admin");

    @Test
    void isMadeByWhoAsks() {
        given().when(MAKE, CONTEXT).thenEvents(MADE);
        assertEquals(
                new TokenNoted("0000000000000001"), given().when(MAKE, CONTEXT).answer());
    }

    @Test
    void noMoreThanATenantMayHave() {
        given(MADE, SECOND)
                .when(new MakeToken("0000000000000003", "third", "ef", null), CONTEXT)
                .thenRefused(new ScimTokenRefusal.TooManyTokens(2));
        given(MADE, SECOND, new TokenRevoked(MADE.tokenId(), NOW))
                .when(new MakeToken("0000000000000003", "third", "ef", null), CONTEXT)
                .thenEvents(new TokenMade("0000000000000003", "third", "ef", null, NOW, "admin"));
    }

    @Test
    void noneThatHasExpiredAlready() {
        given().when(new MakeToken("0000000000000001", "Entra ID", "ab", NOW), CONTEXT)
                .thenRefused(new ScimTokenRefusal.ExpiryPassed());
    }

    @Test
    void isRevokedOnce() {
        TokenRevoked revoked = new TokenRevoked(MADE.tokenId(), NOW);
        given(MADE).when(new RevokeToken(MADE.tokenId()), CONTEXT).thenEvents(revoked);
        given(MADE, revoked)
                .when(new RevokeToken(MADE.tokenId()), CONTEXT)
                .thenRefused(new ScimTokenRefusal.TokenNotFound());
    }

    @Test
    void atATenantsEndAllAreRevoked() {
        given(MADE, SECOND)
                .when(new RevokeAllTokens(), CONTEXT)
                .thenEvents(new TokenRevoked(MADE.tokenId(), NOW), new TokenRevoked(SECOND.tokenId(), NOW));
        given().when(new RevokeAllTokens(), CONTEXT).thenEvents();
    }

    @Test
    void itsUseIsNotedOnceADay() {
        TokenUsed used = new TokenUsed(MADE.tokenId(), TODAY);
        given(MADE).when(new NoteTokenUsed(MADE.tokenId()), CONTEXT).thenEvents(used);
        given(MADE, used).when(new NoteTokenUsed(MADE.tokenId()), CONTEXT).thenEvents();
        given(MADE, new TokenUsed(MADE.tokenId(), TODAY.minusDays(1)))
                .when(new NoteTokenUsed(MADE.tokenId()), CONTEXT)
                .thenEvents(used);
    }

    @Test
    void ofOneThatIsRevokedMeanwhileNothingIsNoted() {
        given().when(new NoteTokenUsed(MADE.tokenId()), CONTEXT).thenEvents();
    }

    @Test
    void holdsUntilItExpires() {
        ScimToken token = new ScimToken("1", "n", "d", NOW, "admin", LATER, null);
        assertTrue(token.holds(LATER.minusNanos(1)));
        assertFalse(token.holds(LATER));
        assertEquals(TODAY, token.usedOn(TODAY).usedOn());
    }

    private static DeciderTester<
                    ScimTokens, ScimTokenCommand, ScimTokenEvent, ScimTokenRefusal, ScimTokenAnswer, ScimTokenContext>
            given(ScimTokenEvent... events) {
        return DeciderTester.given(new ScimTokenDecider(), List.of(events));
    }
}

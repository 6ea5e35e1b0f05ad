package dev.foyer.pin.domain.scimtoken;

import static dev.foyer.eventsourcing.Decision.accept;
import static dev.foyer.eventsourcing.Decision.refuse;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.pin.domain.scimtoken.ScimTokenAnswer.TokenNoted;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand.MakeToken;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand.NoteTokenUsed;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand.RevokeAllTokens;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand.RevokeToken;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent.TokenMade;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent.TokenRevoked;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent.TokenUsed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Which tokens a tenant's directory systems have (rule G4). */
public final class ScimTokenDecider
        implements Decider<
                ScimTokens, ScimTokenCommand, ScimTokenEvent, ScimTokenRefusal, ScimTokenAnswer, ScimTokenContext> {

    @Override
    public ScimTokens initial() {
        return ScimTokens.NONE;
    }

    @Override
    public Decision<ScimTokenEvent, ScimTokenRefusal, ScimTokenAnswer> decide(
            ScimTokens state, ScimTokenCommand command, ScimTokenContext context) {
        return switch (command) {
            case MakeToken make -> make(state, make, context);
            case RevokeToken(String id) ->
                state.find(id).isEmpty()
                        ? refuse(new ScimTokenRefusal.TokenNotFound())
                        : accept(new TokenNoted(id), new TokenRevoked(id, context.now()));
            case RevokeAllTokens() ->
                accept(
                        new TokenNoted(null),
                        state.byId().keySet().stream()
                                .<ScimTokenEvent>map(id -> new TokenRevoked(id, context.now()))
                                .toList());
            // Of one that was revoked meanwhile there is nothing to say.
            case NoteTokenUsed(String id) -> accept(new TokenNoted(id), used(state, id, context));
        };
    }

    private static Decision<ScimTokenEvent, ScimTokenRefusal, ScimTokenAnswer> make(
            ScimTokens state, MakeToken make, ScimTokenContext context) {
        if (state.byId().size() >= context.most()) {
            return refuse(new ScimTokenRefusal.TooManyTokens(context.most()));
        }
        if (make.expiresAt() != null && !make.expiresAt().isAfter(context.now())) {
            return refuse(new ScimTokenRefusal.ExpiryPassed());
        }
        return accept(
                new TokenNoted(make.tokenId()),
                new TokenMade(
                        make.tokenId(), make.name(), make.digest(), make.expiresAt(), context.now(), context.actor()));
    }

    /** Once a day: that it is in use is worth knowing, and each use is not worth a record. */
    private static List<ScimTokenEvent> used(ScimTokens state, String id, ScimTokenContext context) {
        LocalDate today = LocalDate.ofInstant(context.now(), ZoneOffset.UTC);
        return state.find(id)
                .filter(token -> token.usedOn() == null || token.usedOn().isBefore(today))
                .map(_ -> List.<ScimTokenEvent>of(new TokenUsed(id, today)))
                .orElse(List.of());
    }

    @Override
    public ScimTokens evolve(ScimTokens state, ScimTokenEvent event) {
        return switch (event) {
            case TokenMade made -> {
                if (state.find(made.tokenId()).isPresent()) {
                    throw new ImpossibleEvent(state, event);
                }
                yield state.with(new ScimToken(
                        made.tokenId(), made.name(), made.digest(), made.at(), made.by(), made.expiresAt(), null));
            }
            case TokenRevoked revoked -> state.without(there(state, revoked).id());
            case TokenUsed(String _, LocalDate day) ->
                state.with(there(state, event).usedOn(day));
        };
    }

    private static ScimToken there(ScimTokens state, ScimTokenEvent event) {
        return state.find(event.tokenId()).orElseThrow(() -> new ImpossibleEvent(state, event));
    }
}

package dev.foyer.pin.api;

import dev.foyer.base.Problem;
import dev.foyer.pin.domain.scimtoken.ScimTokenRefusal;

/** Refusals about tokens as problems. */
final class ScimTokenRefusals {

    private ScimTokenRefusals() {}

    static Problem problem(ScimTokenRefusal refusal) {
        return switch (refusal) {
            case ScimTokenRefusal.TokenNotFound() ->
                Problem.of(
                        404,
                        "scim-token-not-found",
                        "No such token",
                        "Your tenant has no such token; it may be revoked already.");
            case ScimTokenRefusal.TooManyTokens(int most) ->
                Problem.of(
                        409,
                        "too-many-scim-tokens",
                        "Too many tokens",
                        "Your tenant has " + most + " tokens, which is as many as it may have; revoke one first.");
            case ScimTokenRefusal.ExpiryPassed() ->
                Problem.of(
                        400,
                        "scim-token-expiry-passed",
                        "The token would have expired",
                        "expiresAt is a time to come, or absent for a token that does not expire.");
        };
    }
}

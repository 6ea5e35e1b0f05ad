package dev.foyer.pin.domain.scimtoken;

import java.time.Instant;

/** What can be asked of a tenant's tokens. The token itself never comes here. */
public sealed interface ScimTokenCommand {

    /** @param digest as of {@link ScimToken}; @param expiresAt {@code null}: it does not */
    record MakeToken(String tokenId, String name, String digest, Instant expiresAt) implements ScimTokenCommand {}

    /** It is refused from now on. */
    record RevokeToken(String tokenId) implements ScimTokenCommand {}

    /** All of them: the tenant ends. */
    record RevokeAllTokens() implements ScimTokenCommand {}

    /** It was used. */
    record NoteTokenUsed(String tokenId) implements ScimTokenCommand {}
}

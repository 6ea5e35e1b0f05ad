package dev.foyer.pin.domain.scimtoken;

/** Why nothing happened to a tenant's tokens. */
public sealed interface ScimTokenRefusal {

    /** The tenant has none of that id. */
    record TokenNotFound() implements ScimTokenRefusal {}

    /** The tenant has as many as it may have. */
    record TooManyTokens(int most) implements ScimTokenRefusal {}

    /** It would have expired before it was made. */
    record ExpiryPassed() implements ScimTokenRefusal {}
}

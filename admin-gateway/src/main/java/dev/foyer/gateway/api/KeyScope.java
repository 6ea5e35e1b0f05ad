package dev.foyer.gateway.api;

/**
 * What a request does, and to what: with tenant, account and {@code Idempotency-Key} it is what makes two requests one.
 * Never the path: that has many spellings, and of a user two names.
 *
 * @param name of the operation; never changed, or a repetition across an upgrade would be done twice
 * @param subject what it is done to, as it was found: a user's id, a mail's, a conference ID; empty: there is one
 */
public record KeyScope(String name, String subject) {

    /** To the one that there is, or to one that is made. */
    static KeyScope of(String name) {
        return new KeyScope(name, "");
    }
}

package dev.foyer.gateway.page;

import dev.foyer.gateway.api.ListAnswer;
import dev.foyer.gateway.api.ScimTokenAnswer;

/**
 * Tokens of directory systems. Prints nothing of the one that was just made.
 *
 * @param cursor where this part begins; {@code null}: at the beginning
 * @param admin the account's role allows making and revoking
 * @param key a fresh one: sending the same form twice makes one token
 * @param made the one that was just made, with what is shown one time, or {@code null}
 * @param name and {@code expires}: as they were typed, when that was refused; else {@code null}
 * @param said what else was just done, or {@code null}
 * @param refusal why it could not be done, or {@code null}
 */
record TokenList(
        ListAnswer<ScimTokenAnswer> tokens,
        String cursor,
        boolean admin,
        String key,
        ScimTokenAnswer made,
        String name,
        String expires,
        String said,
        String refusal) {

    @Override
    public String toString() {
        return "TokenList[" + tokens.total() + "]";
    }
}

package dev.foyer.gateway.page;

import dev.foyer.gateway.api.DeadLetterAnswer;
import dev.foyer.gateway.index.DeadLetterEntry.State;

/**
 * The chosen letter. Prints nothing of what is in it.
 *
 * @param search the list beside it
 * @param admin the account's role allows doing something about it
 * @param key a fresh one: sending the same form twice is one request
 * @param why what is asked before it is handled again
 * @param done what was just done, or {@code null}
 * @param refusal why it could not be done, or {@code null}
 */
record LetterPane(
        DeadLetterAnswer letter, LetterSearch search, boolean admin, String key, Why why, Done done, String refusal) {

    /** What was just done; the names are keys of messages. */
    public enum Done {
        ASKED,
        DISCARDED
    }

    /** Whether it waits for somebody. */
    public boolean waits() {
        return letter.state() == State.OPEN || letter.state() == State.BURIED_AGAIN;
    }

    LetterPane after(Done what) {
        return new LetterPane(letter, search, admin, key, why, what, null);
    }

    /** @param typed as the reason, or {@code null} */
    LetterPane refused(String because, String typed) {
        return new LetterPane(letter, search, admin, key, why.typed(typed), null, because);
    }

    @Override
    public String toString() {
        return "LetterPane[" + letter.id() + "]";
    }
}

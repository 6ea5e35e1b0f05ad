package dev.foyer.gateway.page;

import dev.foyer.gateway.api.DeadLetterAnswer;
import dev.foyer.gateway.api.ListAnswer;

/**
 * What was found.
 *
 * @param waiting how many of any origin wait
 * @param admin the account's role allows replaying
 */
record LetterList(ListAnswer<DeadLetterAnswer> letters, LetterSearch search, long waiting, boolean admin) {

    /** Whether there is anything that all of it could be replayed. */
    public boolean replays() {
        return admin && search.view() == LetterSearch.View.WAITING && letters.total() > 0;
    }
}

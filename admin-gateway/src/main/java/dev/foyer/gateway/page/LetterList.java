package dev.foyer.gateway.page;

import dev.foyer.gateway.api.DeadLetterAnswer;
import dev.foyer.gateway.api.ListAnswer;

/**
 * What was found.
 *
 * @param cursor where this part begins; {@code null}: at the beginning
 * @param waiting how many of any origin wait
 * @param admin the account's role allows replaying
 */
record LetterList(
        ListAnswer<DeadLetterAnswer> letters, LetterSearch search, String cursor, long waiting, boolean admin) {

    /** The address of this part. */
    public String here() {
        String first = search.with(search.view());
        return cursor == null ? first : first + "&cursor=" + Urls.inUrl(cursor);
    }

    /** Whether there is anything that all of it could be replayed. */
    public boolean replays() {
        return admin && search.view() == LetterSearch.View.WAITING && letters.total() > 0;
    }
}

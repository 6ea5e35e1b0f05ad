package dev.foyer.gateway.page;

import dev.foyer.gateway.api.ReplayedLetters;
import dev.foyer.gateway.api.ReplayedLetters.Item;
import dev.foyer.gateway.api.ReplayedLetters.Outcome;
import java.util.List;

/**
 * A replay of all that match: what would come of it, or what came.
 *
 * @param key a fresh one, of the form that confirms it
 * @param why what that form asks
 * @param refusal why it was not done, or {@code null}
 */
record LetterReplay(ReplayedLetters replayed, LetterSearch search, String key, Why why, String refusal) {

    private static final int SHOWN = 25;

    /** How many it is about. */
    public long many() {
        return replayed.items().size();
    }

    /** How many would be replayed. */
    public long possible() {
        return count(Outcome.WOULD_BE_REPLAYED);
    }

    public long handled() {
        return count(Outcome.REPLAYED);
    }

    public long again() {
        return count(Outcome.BURIED_AGAIN);
    }

    public long underWay() {
        return count(Outcome.REPLAYING);
    }

    public long not() {
        return count(Outcome.NOT_REPLAYED);
    }

    /** The first of those of which nothing came, or would come. */
    public List<Item> failed() {
        return replayed.items().stream()
                .filter(item -> item.outcome() == Outcome.NOT_REPLAYED || item.outcome() == Outcome.BURIED_AGAIN)
                .limit(SHOWN)
                .toList();
    }

    /** @param typed as the reason, or {@code null} */
    LetterReplay refused(String because, String typed) {
        return new LetterReplay(replayed, search, key, why.typed(typed), because);
    }

    private long count(Outcome outcome) {
        return replayed.items().stream()
                .filter(item -> item.outcome() == outcome)
                .count();
    }
}

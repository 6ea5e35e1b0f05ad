package dev.foyer.pin.domain.campaign;

import dev.foyer.pin.domain.campaign.ItemResult.Outcome;
import java.util.List;
import java.util.function.Predicate;

/**
 * How many users had which outcome. Immutable.
 *
 * @param unanswered of those who failed: of whom nobody said anything until it was long enough
 */
public record Tally(int done, int unchanged, int failed, int unanswered) {

    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(List<ItemResult> results) {
        return new Tally(
                done + count(results, Outcome.DONE),
                unchanged + count(results, Outcome.UNCHANGED),
                failed + count(results, Outcome.FAILED),
                unanswered + count(results, one -> !one.isKnown()));
    }

    private static int count(List<ItemResult> results, Outcome outcome) {
        return count(results, one -> one.outcome() == outcome);
    }

    private static int count(List<ItemResult> results, Predicate<ItemResult> which) {
        return (int) results.stream().filter(which).count();
    }
}

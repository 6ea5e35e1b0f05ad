package dev.foyer.pin.domain.campaign;

import dev.foyer.pin.domain.campaign.ItemResult.Outcome;
import java.util.List;

/** How many users had which outcome. Immutable. */
public record Tally(int done, int unchanged, int failed) {

    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(List<ItemResult> results) {
        return new Tally(
                done + count(results, Outcome.DONE),
                unchanged + count(results, Outcome.UNCHANGED),
                failed + count(results, Outcome.FAILED));
    }

    private static int count(List<ItemResult> results, Outcome outcome) {
        return (int) results.stream().filter(one -> one.outcome() == outcome).count();
    }
}

package dev.foyer.gateway.index;

import java.util.List;
import java.util.function.Function;

/**
 * A part of what was found.
 *
 * @param next the cursor of what follows, or {@code null} when this is the end
 * @param previous the cursor of what is before, or {@code null} when this is the beginning
 * @param total how many there are in all
 * @param behind whether what happened before the question may be missing: the index was still taking in masses
 */
public record ResultPage<T>(List<T> items, String next, String previous, long total, boolean behind) {

    /** Of a list that is read forward only. */
    public ResultPage(List<T> items, String next, long total, boolean behind) {
        this(items, next, null, total, behind);
    }

    /** No part of anything. */
    public static <T> ResultPage<T> empty() {
        return new ResultPage<>(List.of(), null, 0, false);
    }

    /** The same part with other items. */
    public <U> ResultPage<U> map(Function<T, U> change) {
        return new ResultPage<>(items.stream().map(change).toList(), next, previous, total, behind);
    }
}

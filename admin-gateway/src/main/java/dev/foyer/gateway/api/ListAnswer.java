package dev.foyer.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.foyer.gateway.index.ResultPage;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the cursor of what follows; {@code null} at the end
 * @param total how many there are in all
 */
public record ListAnswer<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) String next,
        long total) {

    static <E, T> ListAnswer<T> of(ResultPage<E> page, Function<E, T> answer) {
        return new ListAnswer<>(page.items().stream().map(answer).toList(), page.next(), page.total());
    }
}

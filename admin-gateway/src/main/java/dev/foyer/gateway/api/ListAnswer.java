package dev.foyer.gateway.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.foyer.gateway.index.ResultPage;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the cursor of what follows; {@code null} at the end
 * @param total how many there are in all
 * @param behind said in a header, as after a command: {@link ReadYourWrites#HEADER}
 */
public record ListAnswer<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) String next,
        long total,
        @JsonIgnore boolean behind) implements MayBeBehind {

    public static <E, T> ListAnswer<T> of(ResultPage<E> page, Function<E, T> answer) {
        ResultPage<T> answers = page.map(answer);
        return new ListAnswer<>(answers.items(), answers.next(), answers.total(), answers.behind());
    }
}

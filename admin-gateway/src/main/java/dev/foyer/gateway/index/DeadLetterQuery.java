package dev.foyer.gateway.index;

import dev.foyer.gateway.index.DeadLetterEntry.State;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;

/**
 * Which dead letters are asked for; what is {@code null} is not asked for.
 *
 * @param states one of them; empty: any
 * @param reason words that stand in the reason, or begin there
 * @param origin the topic, or a beginning of topic/partition/offset
 * @param command those too about which this command, or one that follows from it, did something, whatever else is asked for
 */
public record DeadLetterQuery(Set<State> states, String reason, String origin, String command) {

    void addTo(BooleanQuery.Builder query) {
        BooleanQuery.Builder wanted = new BooleanQuery.Builder();
        // Something has to match, or what is only unlike something would be nothing.
        wanted.add(QueryBuilder.is(Fields.KIND, Kind.DEAD_LETTER.name()), Occur.FILTER);
        if (!states.isEmpty()) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            states.forEach(state -> any.add(QueryBuilder.is(Fields.STATE, state.name()), Occur.SHOULD));
            wanted.add(any.build(), Occur.FILTER);
        }
        if (reason != null) {
            NameAnalyzer.of(reason).forEach(word -> wanted.add(QueryBuilder.begins(Fields.WORD, word), Occur.FILTER));
        }
        if (origin != null) {
            wanted.add(QueryBuilder.begins(Fields.ORIGIN, NameAnalyzer.cut(origin)), Occur.FILTER);
        }
        query.add(command == null ? wanted.build() : orOf(command, wanted.build()), Occur.FILTER);
    }

    private static BooleanQuery orOf(String command, BooleanQuery wanted) {
        return new BooleanQuery.Builder()
                .add(wanted, Occur.SHOULD)
                .add(QueryBuilder.begins(Fields.COMMAND, NameAnalyzer.cut(command) + "/"), Occur.SHOULD)
                .build();
    }
}

package dev.foyer.gateway.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Queries without the tenant; {@link TenantSearch} adds it. */
final class QueryBuilder {

    /** More words make no search better, only dearer. */
    private static final int MOST_WORDS = 10;

    private QueryBuilder() {}

    static Query is(String field, String value) {
        return new TermQuery(new Term(field, NameAnalyzer.cut(value)));
    }

    /** Nothing when there is no value to ask for. */
    static void add(BooleanQuery.Builder query, String field, String value) {
        if (value != null) {
            query.add(is(field, value), Occur.FILTER);
        }
    }

    static List<Query> users(UserQuery query) {
        List<Query> all = new ArrayList<>();
        if (query.state() != null) {
            all.add(is(Fields.STATE, NameAnalyzer.lower(query.state().name())));
        }
        if (query.text() != null) {
            String[] words = query.text().strip().split("\\s+");
            for (int i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
                if (!words[i].isEmpty()) {
                    all.add(word(words[i]));
                }
            }
        }
        return all;
    }

    /** One word of what somebody typed: the beginning of a part of a name, of an address, or of a conference ID. */
    private static Query word(String typed) {
        String lower = NameAnalyzer.lower(typed);
        BooleanQuery.Builder any = new BooleanQuery.Builder()
                .add(begins(Fields.UPN, lower), Occur.SHOULD)
                .add(begins(Fields.MAIL, lower), Occur.SHOULD)
                .add(begins(Fields.CONFERENCE, typed), Occur.SHOULD);
        Set<String> parts = NameAnalyzer.of(typed);
        if (!parts.isEmpty()) {
            BooleanQuery.Builder every = new BooleanQuery.Builder();
            parts.forEach(part -> every.add(begins(Fields.WORD, part), Occur.MUST));
            any.add(every.build(), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query begins(String field, String value) {
        return new PrefixQuery(new Term(field, value));
    }
}

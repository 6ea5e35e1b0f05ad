package dev.foyer.gateway.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
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

    /** Nothing when there is neither. @param from the first that counts; @param to the first that does not any more */
    static void addTimes(BooleanQuery.Builder query, Instant from, Instant to) {
        if (from != null || to != null) {
            query.add(
                    LongPoint.newRangeQuery(
                            Fields.BY_TIME,
                            from == null ? Long.MIN_VALUE : Documents.micros(from),
                            to == null ? Long.MAX_VALUE : Documents.micros(to) - 1),
                    Occur.FILTER);
        }
    }

    /** @param field {@link Fields#BY_TIME} or {@link Fields#BEGAN} */
    static Query after(String field, Instant time) {
        return LongPoint.newRangeQuery(field, Documents.micros(time) + 1, Long.MAX_VALUE);
    }

    static List<Query> users(UserQuery query) {
        List<Query> all = new ArrayList<>();
        if (query.state() != null) {
            all.add(is(Fields.STATE, NameAnalyzer.lower(query.state().name())));
        }
        if (query.text() != null) {
            all.add(text(query.text()));
        }
        return all;
    }

    private static Query text(String typed) {
        String number = NameAnalyzer.typedNumber(typed);
        if (number.isEmpty()) {
            return words(typed);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder()
                .add(words(typed), Occur.SHOULD)
                // Read aloud in groups, so typed in groups.
                .add(begins(Fields.CONFERENCE, number), Occur.SHOULD)
                .add(begins(Fields.NUMBER, number), Occur.SHOULD);
        if (number.startsWith("0")) { // what many countries dial before a number at home, and few have in the number
            any.add(begins(Fields.NUMBER, number.substring(1)), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query words(String typed) {
        BooleanQuery.Builder every = new BooleanQuery.Builder();
        String[] words = typed.strip().split("\\s+");
        for (int i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
            every.add(word(words[i]), Occur.MUST);
        }
        return every.build();
    }

    /** One word of what somebody typed: the beginning of a part of a name, of an address, of an id or of a conference ID. */
    private static Query word(String typed) {
        String lower = NameAnalyzer.lower(typed);
        BooleanQuery.Builder any = new BooleanQuery.Builder()
                .add(begins(Fields.UPN, lower), Occur.SHOULD)
                .add(begins(Fields.MAIL, lower), Occur.SHOULD)
                .add(begins(Fields.USER_ID, lower), Occur.SHOULD)
                .add(begins(Fields.CONFERENCE, typed), Occur.SHOULD);
        Set<String> words = NameAnalyzer.of(typed);
        if (!words.isEmpty()) {
            BooleanQuery.Builder every = new BooleanQuery.Builder();
            words.forEach(word -> every.add(begins(Fields.WORD, word), Occur.MUST));
            any.add(every.build(), Occur.SHOULD);
        }
        return any.build();
    }

    static Query begins(String field, String value) {
        return new PrefixQuery(new Term(field, value));
    }
}

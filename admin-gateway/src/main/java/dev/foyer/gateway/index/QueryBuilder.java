package dev.foyer.gateway.index;

import java.time.Instant;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Queries without the tenant; {@link TenantSearch} adds it. */
final class QueryBuilder {

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

    /** Of one aggregate: later than its event of that time and sequence, also while its clock stands still. */
    static Query after(String field, Instant time, long sequence) {
        Query then = LongPoint.newExactQuery(field, Documents.micros(time));
        Query behind =
                NumericDocValuesField.newSlowRangeQuery(Fields.BY_SEQUENCE, Math.addExact(sequence, 1), Long.MAX_VALUE);
        return new BooleanQuery.Builder()
                .add(after(field, time), Occur.SHOULD)
                .add(
                        new BooleanQuery.Builder()
                                .add(then, Occur.FILTER)
                                .add(behind, Occur.FILTER)
                                .build(),
                        Occur.SHOULD)
                .build();
    }

    static Query begins(String field, String value) {
        return new PrefixQuery(new Term(field, value));
    }
}

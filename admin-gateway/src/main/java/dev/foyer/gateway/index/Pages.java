package dev.foyer.gateway.index;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;

/**
 * Pages of a sorted list. Lucene looks at every entry that matches before it knows what comes first; so where very many match
 * it is asked only for those between the page before and where this one must have ended, as the values
 * of texts in the largest segment and the trees of times make one expect. If that was too few, then for more, and at last for all. Used by one
 * thread.
 */
final class Pages {

    /** Fewer are sorted faster than this thinks. */
    private static final int MANY = 2_000;
    /** What else is in the index lies unevenly among what matches, and who is wrong pays for both searches. */
    private static final int[] ROOM = {4, 64};

    private final IndexSearcher searcher;
    private final SortField[] order;
    private final int size;

    /** @param size of a page */
    Pages(IndexSearcher searcher, SortField[] order, int size) {
        this.searcher = searcher;
        this.order = order;
        this.size = size;
    }

    /** A page, and how many match in all. */
    record Page(ScoreDoc[] entries, long total) {}

    /** @param after the last entry of the page before, or {@code null} */
    Page after(FieldDoc after, Query query, Findings findings) throws IOException {
        if (atMost(query) >= MANY) {
            int matching = findings.count(query, searcher);
            for (int i = 0; i < ROOM.length && matching >= MANY; i++) {
                Stretch stretch = stretch(after, matching, ROOM[i]);
                TopDocs found = search(
                        after,
                        new BooleanQuery.Builder()
                                .add(query, Occur.FILTER)
                                .add(stretch.within(), Occur.FILTER)
                                .build());
                if (stretch.toTheEnd() || found.scoreDocs.length == size) {
                    return new Page(found.scoreDocs, matching);
                }
            }
        }
        TopDocs found = search(after, query);
        boolean allSeen = found.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
        return new Page(found.scoreDocs, allSeen ? found.totalHits.value() : findings.count(query, searcher));
    }

    private TopDocs search(FieldDoc after, Query query) throws IOException {
        return searcher.searchAfter(after, query, size, new Sort(order));
    }

    /** How many can match, without looking at any. */
    private long atMost(Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        long most = 0;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            ScorerSupplier matches = weight.scorerSupplier(leaf);
            most += matches == null ? 0 : matches.cost();
        }
        return most;
    }

    /** What sorts from there to where the page should have ended. */
    private Stretch stretch(FieldDoc after, long matching, long room) throws IOException {
        String field = order[0].getField();
        Object from = after == null ? null : after.fields[0];
        if (order[0].getType() == SortField.Type.LONG) {
            TimeStretch times = new TimeStretch(searcher.getIndexReader(), field);
            return times.of((Long) from, order[0].getReverse(), room * size * times.entries() / matching);
        }
        long all = 0;
        SortedDocValues values = DocValues.emptySorted();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            SortedDocValues one = DocValues.getSorted(leaf.reader(), field);
            all += one.getValueCount();
            values = one.getValueCount() > values.getValueCount() ? one : values;
        }
        // Of so many values of this segment a page needs as large a part as it is of everything that matches.
        long steps = 1 + room * size * values.getValueCount() / Math.min(matching, all);
        return order[0].getReverse()
                ? down(field, values, (BytesRef) from, steps)
                : up(field, values, (BytesRef) from, steps);
    }

    private static Stretch up(String field, SortedDocValues values, BytesRef from, long steps) throws IOException {
        long last = (from == null ? 0 : ordinal(values, from)) + steps;
        boolean toTheEnd = last >= values.getValueCount();
        return new Stretch(new TermRangeQuery(field, from, toTheEnd ? null : copy(values, last), true, true), toTheEnd);
    }

    private static Stretch down(String field, SortedDocValues values, BytesRef from, long steps) throws IOException {
        long last = (from == null ? values.getValueCount() - 1 : ordinal(values, from)) - steps;
        boolean toTheEnd = last < 0;
        return new Stretch(new TermRangeQuery(field, toTheEnd ? null : copy(values, last), from, true, true), toTheEnd);
    }

    /** Of that value, or of where it would be. */
    private static int ordinal(SortedDocValues values, BytesRef value) throws IOException {
        int found = values.lookupTerm(value);
        return found < 0 ? -found - 1 : found;
    }

    private static BytesRef copy(SortedDocValues values, long ordinal) throws IOException {
        return BytesRef.deepCopyOf(values.lookupOrd((int) ordinal));
    }
}

package dev.foyer.gateway.index;

import java.io.IOException;
import java.util.Optional;
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
 * and texts sort them, it is asked only for those between the page before and where this one must have ended, as the values
 * of the largest segment make one expect. If that was too few, all are looked at. Used by one thread.
 */
final class Pages {

    /** Fewer are sorted faster than this thinks. */
    private static final int MANY = 2_000;
    /** Segments differ, and who is wrong pays for both searches. */
    private static final int ROOM = 4;

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
        if (order[0].getType() == SortField.Type.STRING && atMost(query) >= MANY) {
            int matching = findings.count(query, searcher);
            Optional<Query> stretch = stretch(after == null ? null : (BytesRef) after.fields[0], matching);
            if (stretch.isPresent()) {
                TopDocs found = search(
                        after,
                        new BooleanQuery.Builder()
                                .add(query, Occur.FILTER)
                                .add(stretch.get(), Occur.FILTER)
                                .build());
                if (found.scoreDocs.length == size) {
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

    /** What sorts from there to where the page should have ended; empty when few match, or that is the end. */
    private Optional<Query> stretch(BytesRef from, int matching) throws IOException {
        if (matching < MANY) {
            return Optional.empty();
        }
        String field = order[0].getField();
        long all = 0;
        SortedDocValues values = DocValues.emptySorted();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            SortedDocValues one = DocValues.getSorted(leaf.reader(), field);
            all += one.getValueCount();
            values = one.getValueCount() > values.getValueCount() ? one : values;
        }
        // Of so many values of this segment a page needs as large a part as it is of everything that matches.
        long steps = 1 + (long) ROOM * size * values.getValueCount() / Math.min(matching, all);
        return order[0].getReverse() ? down(field, values, from, steps) : up(field, values, from, steps);
    }

    private static Optional<Query> up(String field, SortedDocValues values, BytesRef from, long steps)
            throws IOException {
        long last = (from == null ? 0 : ordinal(values, from)) + steps;
        return last >= values.getValueCount()
                ? Optional.empty()
                : Optional.of(new TermRangeQuery(field, from, copy(values, last), true, true));
    }

    private static Optional<Query> down(String field, SortedDocValues values, BytesRef from, long steps)
            throws IOException {
        long last = (from == null ? values.getValueCount() - 1 : ordinal(values, from)) - steps;
        return last < 0
                ? Optional.empty()
                : Optional.of(new TermRangeQuery(field, copy(values, last), from, true, true));
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

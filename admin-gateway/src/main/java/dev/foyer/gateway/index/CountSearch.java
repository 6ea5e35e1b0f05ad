package dev.foyer.gateway.index;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Counts what matches by when it happened, without reading an entry: only the times of events are looked at. */
final class CountSearch {

    private CountSearch() {}

    static Counts in(IndexSearcher searcher, Query query, Counts.Wanted wanted) throws IOException {
        long[] events = new long[wanted.steps()];
        long[] released = new long[wanted.steps()];
        long[] waited = new long[wanted.steps()];
        long from = Documents.micros(wanted.from());
        long step = wanted.step().toNanos() / 1_000;
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            NumericDocValues times = DocValues.getNumeric(leaf.reader(), Fields.BY_TIME);
            NumericDocValues callers = DocValues.getNumeric(leaf.reader(), Fields.RELEASED);
            NumericDocValues waiting = DocValues.getNumeric(leaf.reader(), Fields.WAITED);
            DocIdSetIterator found = scorer.iterator();
            for (int at = found.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = found.nextDoc()) {
                if (isDeleted(leaf, at) || !times.advanceExact(at)) {
                    continue;
                }
                int which = (int) ((times.longValue() - from) / step);
                events[which]++;
                released[which] += callers.advanceExact(at) ? callers.longValue() : 0;
                waited[which] += waiting.advanceExact(at) ? waiting.longValue() : 0;
            }
        }
        return new Counts(wanted.from(), wanted.step(), events, released, waited);
    }

    /** An event that was read again replaced itself. */
    private static boolean isDeleted(LeafReaderContext leaf, int document) {
        return leaf.reader().getLiveDocs() != null
                && !leaf.reader().getLiveDocs().get(document);
    }
}

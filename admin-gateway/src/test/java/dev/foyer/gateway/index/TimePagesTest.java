package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An audit is long, comes in the order of time, and its newest end is wanted first: the order in which Lucene skips nothing by itself. */
@Tag("F")
class TimePagesTest {

    private static final int ENTRIES = 20_000;
    private static final int PAGE = 50;

    private long looked;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageLooksAtItsPartOnly(boolean newestFirst) throws IOException {
        List<Long> paged = paged(i -> 1_000_000L * i, newestFirst);
        assertEquals(expected(i -> 1_000_000L * i, newestFirst), paged);
        long pages = ENTRIES / PAGE;
        assertTrue(looked < pages * ENTRIES / 10, () -> looked + " entries were looked at for " + pages + " pages");
    }

    /** Nothing for a day, thousands in a moment, and many at the same time. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void unevenTimesLoseNothing(boolean newestFirst) throws IOException {
        Random random = new Random(11);
        long[] times = new long[ENTRIES];
        long now = -5_000_000_000L;
        for (int i = 0; i < ENTRIES; i++) {
            now += i % 4_000 == 0 ? 86_400_000_000L : random.nextInt(8) == 0 ? random.nextInt(1_000) : 0;
            times[i] = i / 3_000 == 3 ? 0 : now;
        }
        assertEquals(expected(i -> times[i], newestFirst), paged(i -> times[i], newestFirst));
    }

    /** The sequences of all, in order. */
    private static List<Long> expected(IntToLongFunction times, boolean newestFirst) {
        Comparator<Integer> byTime = Comparator.comparingLong(times::applyAsLong);
        Comparator<Integer> inOrder = newestFirst ? byTime.reversed() : byTime;
        return IntStream.range(0, ENTRIES)
                .boxed()
                .sorted(inOrder.thenComparing(Comparator.naturalOrder()))
                .map(Integer::longValue)
                .toList();
    }

    private List<Long> paged(IntToLongFunction times, boolean newestFirst) throws IOException {
        SortField[] order = {SortFields.time(newestFirst), SortFields.BY_ID};
        List<Long> all = new ArrayList<>();
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            write(directory, times);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setQueryCache(null);
                Findings findings = new Findings(reader);
                Query query = new Looking();
                FieldDoc after = null;
                do {
                    Pages.Page page = new Pages(searcher, order, PAGE).after(after, query, findings);
                    assertEquals(ENTRIES, page.total());
                    for (ScoreDoc entry : page.entries()) {
                        after = (FieldDoc) entry;
                        all.add(Long.valueOf(((BytesRef) after.fields[1]).utf8ToString()));
                    }
                    after = page.entries().length < PAGE
                            ? null
                            : new FieldDoc(reader.maxDoc() - 1, Float.NaN, after.fields); // as a cursor gives it back
                } while (after != null);
            }
        }
        return all;
    }

    private static void write(ByteBuffersDirectory directory, IntToLongFunction times) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setMaxBufferedDocs(3_000))) {
            for (int i = 0; i < ENTRIES; i++) {
                Document document = new Document();
                document.add(new NumericDocValuesField(Fields.BY_TIME, times.applyAsLong(i)));
                document.add(new LongPoint(Fields.BY_TIME, times.applyAsLong(i)));
                document.add(new SortedDocValuesField(Fields.BY_ID, new BytesRef("%06d".formatted(i))));
                writer.addDocument(document);
            }
        }
    }

    /** Matches all, and counts how often it is asked. */
    private final class Looking extends Query {

        @Override
        public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
            return new ConstantScoreWeight(this, boost) {
                @Override
                public ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
                    int documents = leaf.reader().maxDoc();
                    return ConstantScoreScorerSupplier.fromIterator(
                            TwoPhaseIterator.asDocIdSetIterator(new TwoPhaseIterator(DocIdSetIterator.all(documents)) {
                                @Override
                                public boolean matches() {
                                    looked++;
                                    return true;
                                }

                                @Override
                                public float matchCost() {
                                    return 1;
                                }
                            }),
                            score(),
                            mode,
                            documents);
                }

                @Override
                public boolean isCacheable(LeafReaderContext leaf) {
                    return false;
                }
            };
        }

        @Override
        public void visit(QueryVisitor visitor) {
            visitor.visitLeaf(this);
        }

        @Override
        public String toString(String field) {
            return "looking";
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}

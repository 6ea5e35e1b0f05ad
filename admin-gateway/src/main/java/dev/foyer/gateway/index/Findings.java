package dev.foyer.gateway.index;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * What was found in one state of the index: the same few lists are asked for again and again, counting looks at each match
 * once something was deleted, and nothing of it changes before the next refresh. Thread-safe.
 */
final class Findings {

    private static final int MOST_COUNTS = 200;
    /** One for each tenant; each may be of very many values. */
    private static final int MOST_JOINED = 20;
    /** Of all pages; each is of about a kilobyte. */
    private static final int MOST_ENTRIES = 5_000;

    private final IndexReader reader;
    private final Map<Query, Integer> counts = new ConcurrentHashMap<>();
    private final Map<Question, ResultPage<Entry>> pages = new ConcurrentHashMap<>();
    private final Map<Query, Query> joined = new ConcurrentHashMap<>();
    private final AtomicInteger entries = new AtomicInteger();

    /** @param reader whose state it is */
    Findings(IndexReader reader) {
        this.reader = reader;
    }

    IndexReader reader() {
        return reader;
    }

    /**
     * Everything that a page depends on.
     *
     * @param query with tenant and kind in it
     * @param asked what a cursor must have been given for
     * @param cursor of the page before, or {@code null}
     */
    record Question(Query query, List<SortField> order, String asked, int limit, String cursor) {}

    /** @param search of that state, for what is not known; its page says nothing about whether the index is behind */
    ResultPage<Entry> page(Question question, IndexSearcher searcher, LiveIndex.Search<ResultPage<Entry>> search)
            throws IOException {
        ResultPage<Entry> known = pages.get(question);
        if (known == null) {
            known = search.in(searcher);
            if (entries.addAndGet(known.items().size() + 1) <= MOST_ENTRIES) {
                pages.put(question, known);
            }
        }
        return known;
    }

    /** Those whose field has a value that one of the mails has which match. */
    Query among(String field, Query mails, IndexSearcher searcher) throws IOException {
        Query known = joined.get(mails);
        if (known == null) {
            Set<BytesRef> values = new HashSet<>();
            searcher.search(mails, new UsersOf(values));
            known = new TermInSetQuery(field, values);
            if (joined.size() < MOST_JOINED) {
                joined.put(mails, known);
            }
        }
        return known;
    }

    int count(Query query, IndexSearcher searcher) throws IOException {
        Integer count = counts.get(query);
        if (count == null) {
            count = searcher.count(query);
            if (counts.size() < MOST_COUNTS) {
                counts.put(query, count);
            }
        }
        return count;
    }
}

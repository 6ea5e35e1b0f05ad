package dev.foyer.gateway.index;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * How many match, for one state of the index: counting looks at each of them once something was deleted, and the same few
 * lists are asked for again and again. Thread-safe.
 */
final class Counts {

    private static final int MOST = 200;

    private final IndexReader reader;
    private final Map<Query, Integer> known = new ConcurrentHashMap<>();

    /** @param reader whose state it is */
    Counts(IndexReader reader) {
        this.reader = reader;
    }

    IndexReader reader() {
        return reader;
    }

    int of(Query query, IndexSearcher searcher) throws IOException {
        Integer count = known.get(query);
        if (count == null) {
            count = searcher.count(query);
            if (known.size() < MOST) {
                known.put(query, count);
            }
        }
        return count;
    }
}

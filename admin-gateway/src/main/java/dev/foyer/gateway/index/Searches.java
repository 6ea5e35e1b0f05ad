package dev.foyer.gateway.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** The ways to get from a searcher to entries. */
final class Searches {

    private Searches() {}

    static Optional<Entry> byId(IndexSearcher searcher, Kind kind, String id) throws IOException {
        TopDocs found = searcher.search(new TermQuery(Store.term(id)), 1);
        if (found.scoreDocs.length == 0) {
            return Optional.empty();
        }
        return Optional.of(entry(searcher, kind, found.scoreDocs[0]));
    }

    /** The first of these, as many as there are up to the limit. */
    static List<Entry> entries(IndexSearcher searcher, Kind kind, ScoreDoc[] found, int limit) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, found.length); i++) {
            entries.add(entry(searcher, kind, found[i]));
        }
        return entries;
    }

    private static Entry entry(IndexSearcher searcher, Kind kind, ScoreDoc found) throws IOException {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
        BinaryDocValues json = DocValues.getBinary(leaf.reader(), Fields.JSON);
        if (!json.advanceExact(found.doc - leaf.docBase)) {
            throw new IllegalStateException("A document of the index has no entry");
        }
        return Documents.read(kind, json.binaryValue());
    }
}

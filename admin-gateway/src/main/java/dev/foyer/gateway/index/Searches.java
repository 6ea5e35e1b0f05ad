package dev.foyer.gateway.index;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** The two ways to get from a searcher to entries. */
final class Searches {

    private Searches() {}

    static Optional<Entry> byId(IndexSearcher searcher, Kind kind, String id) throws IOException {
        TopDocs found = searcher.search(new TermQuery(Store.term(id)), 1);
        if (found.scoreDocs.length == 0) {
            return Optional.empty();
        }
        return Optional.of(entry(searcher.storedFields(), kind, found.scoreDocs[0]));
    }

    static Entry entry(StoredFields stored, Kind kind, ScoreDoc found) throws IOException {
        return Documents.read(kind, stored.document(found.doc).getBinaryValue(Fields.JSON));
    }
}

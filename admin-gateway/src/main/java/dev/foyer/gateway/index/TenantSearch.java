package dev.foyer.gateway.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;

/** The only way from questions to the index: it puts the tenant and the kind into each of them. Thread-safe. */
final class TenantSearch {

    /** A call id is in one meeting, rarely in a few. */
    private static final int FEW = 100;

    private final SearcherHolder searchers;
    private final String tenant;

    TenantSearch(SearcherHolder searchers, String tenant) {
        this.searchers = searchers;
        this.tenant = tenant;
    }

    String tenant() {
        return tenant;
    }

    <T extends Entry> Optional<T> byKey(Kind kind, String key, Class<T> type) {
        return searchers
                .search(searcher -> Searches.byId(searcher, kind, kind.id(tenant, key)))
                .map(type::cast);
    }

    <T extends Entry> List<T> all(Kind kind, Query query, Class<T> type) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder().add(query, Occur.FILTER);
        return searchers.search(searcher ->
                entries(searcher, kind, searcher.search(own(kind, matching), FEW).scoreDocs, FEW, type));
    }

    /** @param question names everything that the list depends on, for the cursor */
    <T extends Entry> ResultPage<T> page(
            Kind kind,
            BooleanQuery.Builder matching,
            List<SortField> order,
            String question,
            int limit,
            String cursor,
            Class<T> type) {
        Query query = own(kind, matching);
        SortField[] fields = withId(order);
        String asked = tenant + " " + question;
        return searchers.search(searcher -> {
            FieldDoc after = cursor == null
                    ? null
                    : Cursor.read(
                            cursor, asked, fields, searcher.getIndexReader().maxDoc());
            TopDocs found = searcher.searchAfter(after, query, limit + 1, new Sort(fields));
            String next =
                    found.scoreDocs.length > limit ? Cursor.write(asked, (FieldDoc) found.scoreDocs[limit - 1]) : null;
            return new ResultPage<>(entries(searcher, kind, found.scoreDocs, limit, type), next, searcher.count(query));
        });
    }

    private Query own(Kind kind, BooleanQuery.Builder matching) {
        return matching.add(QueryBuilder.is(Fields.TENANT, tenant), Occur.FILTER)
                .add(QueryBuilder.is(Fields.KIND, kind.name()), Occur.FILTER)
                .build();
    }

    private static SortField[] withId(List<SortField> order) {
        List<SortField> fields = new ArrayList<>(order);
        fields.add(new SortField(Fields.BY_ID, SortField.Type.STRING));
        return fields.toArray(SortField[]::new);
    }

    private static <T extends Entry> List<T> entries(
            IndexSearcher searcher, Kind kind, ScoreDoc[] found, int limit, Class<T> type) throws IOException {
        List<T> entries = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        for (int i = 0; i < Math.min(limit, found.length); i++) {
            entries.add(type.cast(Searches.entry(stored, kind, found[i])));
        }
        return entries;
    }
}

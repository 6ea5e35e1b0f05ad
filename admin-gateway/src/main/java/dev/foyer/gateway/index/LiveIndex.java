package dev.foyer.gateway.index;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;

/**
 * One opened index, live: what was published is seen by every later question. Questions by id, user name or call are
 * answered from {@link RecentEntries} and the last searcher, without a refresh; a search asks {@link Refreshes} for one
 * when something was published since the last. So no command ever waits for Lucene to write.
 *
 * <p>Thread-safe: the feed's thread publishes, any may ask.
 */
final class LiveIndex implements AutoCloseable {

    /** A call is in one meeting, rarely in a few; a name belongs to one user, or to too many. */
    private static final int FEW = 100;

    private final Store store;
    private final SearcherManager searchers;
    private final RecentEntries recent;
    private final Refreshes refreshes;

    private volatile Findings findings = new Findings(null);

    /** Asked about with each question, so never looked for. */
    private final Map<String, TenantEntry> tenants = new ConcurrentHashMap<>();

    /** Something that is asked of one unchanging view of the index. */
    @FunctionalInterface
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    /** @param store closed together with this */
    LiveIndex(Store store) throws IOException {
        this.store = store;
        this.searchers = store.searchers();
        this.recent = new RecentEntries(store.committed());
        this.refreshes = new Refreshes(store, recent);
        withSearcher(LiveIndex::allTenants).forEach(this::remember);
    }

    private static List<Entry> allTenants(IndexSearcher searcher) throws IOException {
        Query all = QueryBuilder.is(Fields.KIND, Kind.TENANT.name());
        int count = searcher.count(all);
        return count == 0
                ? List.of()
                : Searches.entries(searcher, Kind.TENANT, searcher.search(all, count).scoreDocs, count);
    }

    private void remember(Entry entry) {
        if (entry instanceof TenantEntry tenant) {
            tenants.put(tenant.tenant(), tenant);
        }
    }

    /** Empty for those of which nobody said that they come or go. */
    Optional<TenantEntry> tenant(String name) {
        return Optional.ofNullable(tenants.get(name));
    }

    /** Where reading goes on. */
    Map<TopicPartition, Long> committed() {
        return store.committed();
    }

    /** See {@link Store#mayHoldMore}. */
    boolean mayHoldMore() {
        return store.mayHoldMore();
    }

    /**
     * Shows these to all later questions. Blocks only while far more was published than Lucene has written.
     *
     * @throws IOException when the index cannot be written any more
     */
    void publish(Folded batch) throws IOException {
        batch.entries().values().forEach(entry -> entry.ifPresent(this::remember));
        refreshes.published(recent.add(batch));
    }

    /** @throws IOException when the index cannot be written any more, though nothing is to be published now */
    void check() throws IOException {
        refreshes.check();
    }

    Optional<Entry> byId(Kind kind, String id) throws IOException {
        Optional<Optional<Entry>> known = recent.view().byId(id);
        return known.isPresent() ? known.get() : withSearcher(searcher -> Searches.byId(searcher, kind, id));
    }

    /** All of a tenant's entries of that kind that have the term now, as of one moment. */
    List<Entry> byTerm(Kind kind, String tenant, Term term) throws IOException {
        return recent.still(view -> byTerm(view, kind, tenant, term));
    }

    private List<Entry> byTerm(RecentEntries.View view, Kind kind, String tenant, Term term) throws IOException {
        Map<String, Entry> found = new LinkedHashMap<>();
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(term), Occur.FILTER)
                .add(QueryBuilder.is(Fields.OF, kind.of(tenant)), Occur.FILTER)
                .build();
        withSearcher(searcher -> Searches.entries(searcher, kind, searcher.search(query, FEW).scoreDocs, FEW))
                .forEach(entry -> found.put(kind.id(tenant, entry.key()), entry));
        Set<String> recentOnes = view.idsOf(term);
        found.keySet().stream().filter(id -> view.byId(id).isPresent()).forEach(recentOnes::add);
        found.keySet().removeAll(recentOnes);
        for (String id : recentOnes) {
            view.byId(id)
                    .flatMap(known -> known)
                    .filter(entry -> Kind.of(entry) == kind && entry.tenant().equals(tenant))
                    .filter(entry -> Lookups.has(entry, term))
                    .ifPresent(entry -> found.put(id, entry));
        }
        return List.copyOf(found.values());
    }

    /** Blocks for a refresh when there is need. @return whether searches see all that was published until now */
    boolean refreshed(Duration atMost) throws IOException {
        return refreshes.awaitAllPublished(atMost);
    }

    /** What is known of this searcher's state; forgotten with the next refresh. */
    Findings findings(IndexSearcher searcher) {
        Findings known = findings;
        if (known.reader() != searcher.getIndexReader()) {
            known = new Findings(searcher.getIndexReader());
            findings = known;
        }
        return known;
    }

    /** How often the index was refreshed, for tests: reading by id needs none. */
    long refreshCount() {
        return refreshes.count();
    }

    /** Writes and commits all that was published; then it can only be closed. */
    void finish() throws IOException {
        refreshes.finish();
    }

    /** What was not committed is read again from Kafka. */
    @Override
    public void close() throws IOException {
        refreshes.close();
    }

    /** A search over what was published before the last refresh at least: see {@link #refreshed}. */
    <T> T withSearcher(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }
}

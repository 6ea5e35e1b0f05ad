package dev.foyer.gateway.index;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;

/**
 * The only way from questions to the index: it puts the tenant and the kind into each of them, and of a tenant that came
 * again leaves out whatever is older. Thread-safe.
 */
final class TenantSearch {

    /** Refreshing takes milliseconds; longer only while masses are read in, and then a list says what there is. */
    private static final Duration LONGEST_REFRESH = Duration.ofSeconds(3);

    /** Before a cursor: what is wanted is in front of it. In no cursor. */
    private static final String BACK = "~";

    private final IndexHolder index;
    private final String tenant;

    TenantSearch(IndexHolder index, String tenant) {
        this.index = index;
        this.tenant = tenant;
    }

    String tenant() {
        return tenant;
    }

    <T extends Entry> Optional<T> byKey(Kind kind, String key, Class<T> type) {
        return index.ask(live -> live.byId(kind, kind.id(tenant, key)).filter(entry -> isOwn(live, entry)))
                .map(type::cast);
    }

    /** All that have this one of their {@link Lookups}. */
    <T extends Entry> List<T> byTerm(Kind kind, Term term, Class<T> type) {
        return index
                .ask(live -> live.byTerm(kind, tenant, term).stream()
                        .filter(entry -> isOwn(live, entry))
                        .toList())
                .stream()
                .map(type::cast)
                .toList();
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
        SortField[] fields = withId(order);
        String asked = tenant + " " + question;
        return index.ask(live -> {
            boolean behind = !live.refreshed(LONGEST_REFRESH);
            return live.withSearcher(searcher -> {
                Query query = own(kind, matching, live.tenant(tenant));
                Findings findings = live.findings(searcher);
                Findings.Question all = new Findings.Question(query, List.of(fields), asked, limit, cursor);
                ResultPage<Entry> page = findings.page(all, searcher, state -> search(state, findings, kind, all));
                return new ResultPage<>(
                        page.items().stream().map(type::cast).toList(),
                        page.next(),
                        page.previous(),
                        page.total(),
                        behind);
            });
        });
    }

    /** How many of that kind match. */
    long count(Kind kind, BooleanQuery.Builder matching) {
        return index.ask(live -> {
            live.refreshed(LONGEST_REFRESH);
            return live.withSearcher(
                    searcher -> live.findings(searcher).count(own(kind, matching, live.tenant(tenant)), searcher));
        });
    }

    /** Those whose value is that of one of the mails that match. @param field what is to be one of these values */
    Query among(String field, Kind kind, BooleanQuery.Builder matching) {
        return index.ask(live -> {
            live.refreshed(LONGEST_REFRESH);
            return live.withSearcher(searcher -> {
                Query query = own(kind, matching, live.tenant(tenant));
                return live.findings(searcher).among(field, query, searcher);
            });
        });
    }

    /** How often what matches happened, step by step. */
    Counts count(Kind kind, BooleanQuery.Builder matching, Counts.Wanted wanted) {
        return index.ask(live -> {
            live.refreshed(LONGEST_REFRESH);
            Query query = own(kind, matching, live.tenant(tenant));
            return live.withSearcher(searcher -> CountSearch.in(searcher, query, wanted));
        });
    }

    private static ResultPage<Entry> search(
            IndexSearcher searcher, Findings findings, Kind kind, Findings.Question question) throws IOException {
        String cursor = question.cursor();
        boolean back = cursor != null && cursor.startsWith(BACK);
        SortField[] order = question.order().stream()
                .map(field -> back ? SortFields.reversed(field) : field)
                .toArray(SortField[]::new);
        int limit = question.limit();
        FieldDoc after = cursor == null
                ? null
                : Cursor.read(
                        back ? cursor.substring(BACK.length()) : cursor,
                        question.asked(),
                        order,
                        searcher.getIndexReader().maxDoc());
        Pages.Page found = new Pages(searcher, order, limit + 1).after(after, question.query(), findings);
        boolean more = found.entries().length > limit;
        List<ScoreDoc> docs = Arrays.stream(found.entries()).limit(limit).toList();
        List<ScoreDoc> inOrder = back ? docs.reversed() : docs;
        boolean isThereMoreBefore = back ? more : cursor != null;
        boolean isThereMoreBehind = back || more;
        String asked = question.asked();
        return new ResultPage<>(
                Searches.entries(searcher, kind, inOrder.toArray(ScoreDoc[]::new), limit),
                inOrder.isEmpty() || !isThereMoreBehind ? null : Cursor.write(asked, (FieldDoc) inOrder.getLast()),
                inOrder.isEmpty() || !isThereMoreBefore
                        ? null
                        : BACK + Cursor.write(asked, (FieldDoc) inOrder.getFirst()),
                found.total(),
                false);
    }

    private boolean isOwn(LiveIndex live, Entry entry) {
        return live.tenant(tenant).map(standing -> standing.owns(entry.at())).orElse(true);
    }

    /** When the tenant came again; {@code null}: it did not. */
    Instant since() {
        return index.ask(live -> live.tenant(tenant)).map(TenantEntry::since).orElse(null);
    }

    private Query own(Kind kind, BooleanQuery.Builder matching, Optional<TenantEntry> standing) {
        standing.map(TenantEntry::since)
                .filter(_ -> kind.hasTime())
                .ifPresent(since -> matching.add(
                        NumericDocValuesField.newSlowRangeQuery(
                                Fields.BY_TIME, Documents.micros(since), Long.MAX_VALUE),
                        Occur.FILTER));
        return matching.add(QueryBuilder.is(Fields.OF, kind.of(tenant)), Occur.FILTER)
                .build();
    }

    private static SortField[] withId(List<SortField> order) {
        List<SortField> fields = new ArrayList<>(order);
        fields.add(SortFields.BY_ID);
        return fields.toArray(SortField[]::new);
    }
}

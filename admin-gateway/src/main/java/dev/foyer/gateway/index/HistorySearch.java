package dev.foyer.gateway.index;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/** What happened in a tenant, and to whom: the questions of {@link TenantView} about events instead of about what is now. Thread-safe. */
final class HistorySearch {

    private static final List<SortField> NEWEST_FIRST =
            List.of(SortFields.time(true), new SortField(Fields.BY_SEQUENCE, SortField.Type.LONG, true));

    private final TenantSearch search;

    HistorySearch(TenantSearch search) {
        this.search = search;
    }

    /** What happened to a user, newest first. */
    ResultPage<HistoryEntry> history(String userId, int limit, String cursor) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder();
        QueryBuilder.add(matching, Fields.USER, userId);
        onlyOfPresent(userId, matching);
        return search.page(
                Kind.HISTORY, matching, NEWEST_FIRST, "history " + userId, limit, cursor, HistoryEntry.class);
    }

    /** What happened in the tenant, newest first: of everybody who ever was there. */
    ResultPage<HistoryEntry> audit(AuditQuery wanted, int limit, String cursor) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder();
        wanted.addTo(matching);
        return search.page(Kind.HISTORY, matching, NEWEST_FIRST, "audit " + wanted, limit, cursor, HistoryEntry.class);
    }

    /** What happened to a user and in the user's meetings, newest first. */
    ResultPage<HistoryEntry> timeline(String userId, int limit, String cursor) {
        BooleanQuery.Builder matching = inTimeline(userId);
        return search.page(
                Kind.HISTORY, matching, NEWEST_FIRST, "timeline " + userId, limit, cursor, HistoryEntry.class);
    }

    /** One event of the user's timeline, however long ago. */
    Optional<HistoryEntry> timelineEvent(String userId, String eventId) {
        BooleanQuery.Builder ids = new BooleanQuery.Builder();
        HistoryEntry.keys(eventId)
                .forEach(key -> ids.add(
                        new TermQuery(new Term(Fields.ID, NameAnalyzer.whole(Kind.HISTORY.id(search.tenant(), key)))),
                        Occur.SHOULD));
        BooleanQuery.Builder matching = inTimeline(userId).add(ids.build(), Occur.FILTER);
        String question = "event " + userId + " " + eventId;
        return search
                .page(Kind.HISTORY, matching, List.of(SortFields.time(true)), question, 1, null, HistoryEntry.class)
                .items()
                .stream()
                .findFirst();
    }

    private BooleanQuery.Builder inTimeline(String userId) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder()
                .add(
                        new BooleanQuery.Builder()
                                .add(QueryBuilder.is(Fields.USER, userId), Occur.SHOULD)
                                .add(QueryBuilder.is(Fields.ORGANIZER, userId), Occur.SHOULD)
                                .build(),
                        Occur.FILTER);
        onlyOfPresent(userId, matching);
        return matching;
    }

    /** How often it happened; see {@link Counts}. */
    Counts counts(Counts.Wanted wanted) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        wanted.types().forEach(type -> any.add(QueryBuilder.is(Fields.EVENT, type), Occur.SHOULD));
        BooleanQuery.Builder matching = new BooleanQuery.Builder().add(any.build(), Occur.FILTER);
        QueryBuilder.addTimes(matching, wanted.from(), wanted.to());
        return search.count(Kind.HISTORY, matching, wanted);
    }

    /**
     * The user as one was then; empty when there was none. Reads all that happened to the user until then.
     *
     * @throws UserPast.NoSuchEvent when it is to be as of an event that this user never had
     */
    Optional<UserEntry> userAsOf(String userId, UserPast.Moment then) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder();
        QueryBuilder.add(matching, Fields.USER, userId);
        List<SortField> order = List.of(
                new SortField(Fields.BY_SEQUENCE, SortField.Type.LONG),
                new SortField(Fields.BY_TIME, SortField.Type.LONG));
        return new UserPast(then)
                .fold(cursor -> search.page(
                        Kind.HISTORY, matching, order, "past " + userId, UserPast.AT_ONCE, cursor, HistoryEntry.class));
    }

    /**
     * Who is removed and comes again is a new person (rule G6): what was before the last removal is somebody else's. The user's
     * time stands still while a clock was set back, so that of one moment the sequence tells.
     */
    private void onlyOfPresent(String userId, BooleanQuery.Builder matching) {
        lastRemoval(userId)
                .ifPresent(last ->
                        matching.add(QueryBuilder.after(Fields.BEGAN, last.at(), last.sequence()), Occur.FILTER));
    }

    /** Of a user who came again: how the user of before ended. */
    Optional<HistoryEntry> lastRemoval(String userId) {
        BooleanQuery.Builder removals = new BooleanQuery.Builder();
        QueryBuilder.add(removals, Fields.USER, userId);
        QueryBuilder.add(removals, Fields.EVENT, "UserRemoved");
        return search
                .page(Kind.HISTORY, removals, NEWEST_FIRST, "removals " + userId, 1, null, HistoryEntry.class)
                .items()
                .stream()
                .findFirst();
    }

    /** What became of the users of a campaign: the events that tell of them, in their order. */
    ResultPage<HistoryEntry> campaignProgress(String id, int limit, String cursor) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder();
        QueryBuilder.add(matching, Fields.CAMPAIGN, id);
        QueryBuilder.add(matching, Fields.EVENT, "CampaignProgressed");
        List<SortField> order = List.of(new SortField(Fields.BY_SEQUENCE, SortField.Type.LONG));
        return search.page(Kind.HISTORY, matching, order, "progress " + id, limit, cursor, HistoryEntry.class);
    }
}

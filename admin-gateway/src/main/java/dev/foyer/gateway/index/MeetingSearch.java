package dev.foyer.gateway.index;

import dev.foyer.gateway.index.MeetingEntry.Presence;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.SortField;

/** What {@link TenantView} knows of meetings, with what is said there. Thread-safe. */
final class MeetingSearch {

    private static final List<SortField> NEWEST = List.of(SortFields.time(true));

    private final TenantSearch search;

    MeetingSearch(TenantSearch search) {
        this.search = search;
    }

    Optional<MeetingEntry> meeting(String conferenceId) {
        return search.byKey(Kind.MEETING, conferenceId, MeetingEntry.class).map(own(search.since()));
    }

    /** Of a tenant that came again: without who was there when the conference ID was a meeting of before. */
    private static UnaryOperator<MeetingEntry> own(Instant since) {
        return since == null
                ? meeting -> meeting
                : meeting -> meeting.without(one -> one.since().isBefore(since));
    }

    /** Meetings, last changed first. @param phase or {@code null}; @param organizerId or {@code null} */
    ResultPage<MeetingEntry> meetings(MeetingEntry.Phase phase, String organizerId, int limit, String cursor) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder();
        QueryBuilder.add(matching, Fields.STATE, phase == null ? null : phase.name());
        QueryBuilder.add(matching, Fields.ORGANIZER, organizerId);
        String question = "meetings " + phase + " " + organizerId;
        return search.page(Kind.MEETING, matching, NEWEST, question, limit, cursor, MeetingEntry.class)
                .map(own(search.since()));
    }

    /** Meetings that run or in which somebody waits, last changed first. */
    ResultPage<MeetingEntry> live(int limit, String cursor) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder();
        QueryBuilder.add(matching, Fields.STATE, Fields.LIVE);
        return search.page(Kind.MEETING, matching, NEWEST, "live meetings", limit, cursor, MeetingEntry.class)
                .map(own(search.since()));
    }

    /** The meeting that this call leg is in, or was in last when it has hung up everywhere. */
    Optional<MeetingEntry> ofCall(String callId) {
        return search.byTerm(Kind.MEETING, Lookups.call(callId), MeetingEntry.class).stream()
                .map(own(search.since()))
                .filter(one -> one.call(callId).isPresent())
                .min(Comparator.comparing((MeetingEntry one) -> one.call(callId)
                                .filter(call -> call.state() != Presence.LEFT)
                                .isEmpty())
                        .thenComparing(MeetingEntry::changedAt, Comparator.reverseOrder()));
    }
}

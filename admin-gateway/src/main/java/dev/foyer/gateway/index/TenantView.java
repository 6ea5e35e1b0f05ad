package dev.foyer.gateway.index;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.SortField;

/**
 * What the index knows of one tenant. Every search goes through {@link TenantSearch}, which adds the tenant, so that no
 * question can forget it. Thread-safe; asks the index anew each time.
 *
 * <p>All methods throw {@link dev.foyer.base.Unavailable} while the index is being built.
 */
public final class TenantView {

    private static final SortField NEWEST = SortFields.time(true);

    private final TenantSearch search;
    private final HistorySearch history;
    private final MeetingSearch meetings;

    TenantView(IndexHolder index, String tenant) {
        this.search = new TenantSearch(index, tenant);
        this.history = new HistorySearch(search);
        this.meetings = new MeetingSearch(search);
    }

    /**
     * Whom a person or a program outside means. Ids that differ in case are of different users; but a name in any case that
     * is also somebody else's id, in any case, may mean either.
     *
     * @param idOrName a user id, or a user principal name in any case
     * @throws AmbiguousName when it may be two users: a directory may say so, and nobody may guess who is meant
     */
    public Optional<UserEntry> user(String idOrName) {
        Optional<UserEntry> named = userNamed(idOrName);
        if (named.isEmpty()) {
            return userById(idOrName);
        }
        if (isOthersId(idOrName, named.get().userId())) {
            throw new AmbiguousName();
        }
        return named;
    }

    /**
     * By the name in any case, and never by id.
     *
     * @throws AmbiguousName when two have it
     */
    public Optional<UserEntry> userNamed(String name) {
        List<UserEntry> named = named(name);
        if (named.size() > 1) {
            throw new AmbiguousName();
        }
        return named.stream().findFirst();
    }

    /** By what we ourselves call the user: never by name. */
    public Optional<UserEntry> userById(String userId) {
        return search.byKey(Kind.USER, userId, UserEntry.class);
    }

    /** Whether the name of another than this user is this one, in any case. */
    public boolean isOthersName(String name, String userId) {
        return isAnother(named(name), userId);
    }

    /** Whether the id of another than this user is this name, in any case. */
    public boolean isOthersId(String name, String userId) {
        return isAnother(search.byTerm(Kind.USER, Lookups.foldedId(name), UserEntry.class), userId);
    }

    private List<UserEntry> named(String name) {
        return search.byTerm(Kind.USER, Lookups.named(name), UserEntry.class);
    }

    private static boolean isAnother(List<UserEntry> users, String userId) {
        return users.stream().anyMatch(user -> !user.userId().equals(userId));
    }

    /** Whether this is a telephone number of one of the tenant's users. @param number E.164 */
    public boolean isUsersNumber(String number) {
        return !search.byTerm(Kind.USER, Lookups.phoneNumber(number), UserEntry.class)
                .isEmpty();
    }

    /** Users that match, a part of them. */
    public ResultPage<UserEntry> users(UserQuery query, int limit, String cursor) {
        BooleanQuery.Builder matching = usersMatching(query);
        return search.page(
                Kind.USER, matching, SortFields.of(query.order()), query.toString(), limit, cursor, UserEntry.class);
    }

    /** How many users there are of those whom a text finds, and in which states. @param text or {@code null}: everybody */
    public UserCounts userCounts(String text) {
        return new UserCounts(
                count(text, null),
                count(text, UserQuery.State.ENABLED),
                count(text, UserQuery.State.DISABLED),
                count(text, UserQuery.State.LOCKED),
                count(text, UserQuery.State.HELD));
    }

    private long count(String text, UserQuery.State state) {
        return search.count(Kind.USER, usersMatching(new UserQuery(text, state, UserQuery.Order.DISPLAY_NAME)));
    }

    private BooleanQuery.Builder usersMatching(UserQuery query) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder();
        UserSearch.of(query, this::organizer).forEach(one -> matching.add(one, Occur.FILTER));
        if (query.state() == UserQuery.State.HELD) {
            matching.add(search.among(Fields.USER, Kind.NOTIFICATION, UserSearch.heldPins()), Occur.FILTER);
        }
        return matching;
    }

    /** Who made the meeting of that conference ID: a user has one ID for life, and one more for each meeting that was scheduled. */
    private Optional<String> organizer(String conferenceId) {
        return meetings.meeting(conferenceId).map(MeetingEntry::organizerId);
    }

    public Optional<NotificationEntry> notification(String id) {
        return search.byKey(Kind.NOTIFICATION, id, NotificationEntry.class);
    }

    /** The ledger, newest first. Who is there has nothing of who had the id before; of who is removed all is found by it. */
    public ResultPage<NotificationEntry> notifications(NotificationQuery wanted, int limit, String cursor) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder();
        wanted.addTo(matching);
        if (wanted.userId() != null && userById(wanted.userId()).isPresent()) {
            history.lastRemoval(wanted.userId())
                    .ifPresent(last -> matching.add(QueryBuilder.after(Fields.BY_TIME, last.at()), Occur.FILTER));
        }
        return search.page(
                Kind.NOTIFICATION,
                matching,
                List.of(NEWEST),
                "notifications " + wanted,
                limit,
                cursor,
                NotificationEntry.class);
    }

    public Optional<MeetingEntry> meeting(String conferenceId) {
        return meetings.meeting(conferenceId);
    }

    /** Meetings, last changed first. @param phase or {@code null}; @param organizerId or {@code null} */
    public ResultPage<MeetingEntry> meetings(MeetingEntry.Phase phase, String organizerId, int limit, String cursor) {
        return meetings.meetings(phase, organizerId, limit, cursor);
    }

    /** Meetings that run or in which somebody waits, last changed first. */
    public ResultPage<MeetingEntry> liveMeetings(int limit, String cursor) {
        return meetings.live(limit, cursor);
    }

    /** The meeting that this call leg is in, or was in last when it has hung up everywhere. */
    public Optional<MeetingEntry> meetingOfCall(String callId) {
        return meetings.ofCall(callId);
    }

    /** What happened to a user, newest first. */
    public ResultPage<HistoryEntry> history(String userId, int limit, String cursor) {
        return history.history(userId, limit, cursor);
    }

    /** What happened in the tenant, newest first: of everybody who ever was there. */
    public ResultPage<HistoryEntry> audit(AuditQuery wanted, int limit, String cursor) {
        return history.audit(wanted, limit, cursor);
    }

    /** What happened to a user and in the user's meetings, newest first. */
    public ResultPage<HistoryEntry> timeline(String userId, int limit, String cursor) {
        return history.timeline(userId, limit, cursor);
    }

    /** One event of the user's timeline, however long ago. */
    public Optional<HistoryEntry> timelineEvent(String userId, String eventId) {
        return history.timelineEvent(userId, eventId);
    }

    /** How often it happened; see {@link Counts}. */
    public Counts counts(Counts.Wanted wanted) {
        return history.counts(wanted);
    }

    /**
     * The user as one was then; empty when there was none. Reads all that happened to the user until then.
     *
     * @throws UserPast.NoSuchEvent when it is to be as of an event that this user never had
     */
    public Optional<UserEntry> userAsOf(String userId, UserPast.Moment then) {
        return history.userAsOf(userId, then);
    }

    public Optional<CampaignEntry> campaign(String id) {
        return search.byKey(Kind.CAMPAIGN, id, CampaignEntry.class);
    }

    /** Campaigns, the latest first. @param state or {@code null} */
    public ResultPage<CampaignEntry> campaigns(CampaignEntry.State state, int limit, String cursor) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder();
        QueryBuilder.add(matching, Fields.STATE, state == null ? null : state.name());
        return search.page(
                Kind.CAMPAIGN, matching, List.of(NEWEST), "campaigns " + state, limit, cursor, CampaignEntry.class);
    }

    /** What became of the users of a campaign: the events that tell of them, in their order. */
    public ResultPage<HistoryEntry> campaignProgress(String id, int limit, String cursor) {
        return history.campaignProgress(id, limit, cursor);
    }

    /** Empty while the tenant has all defaults. */
    public Optional<SettingsEntry> settings() {
        return search.byKey(Kind.SETTINGS, search.tenant(), SettingsEntry.class);
    }

    /** What is known of sessions and failed sign-ins of an account of the gateway; empty when nothing is. */
    public Optional<AccountEntry> account(String name) {
        return search.byKey(Kind.ACCOUNT, name, AccountEntry.class);
    }

    /** All accounts of which something is known. */
    public ResultPage<AccountEntry> accounts(int limit, String cursor) {
        return search.page(
                Kind.ACCOUNT, new BooleanQuery.Builder(), List.of(), "accounts", limit, cursor, AccountEntry.class);
    }

    /** One record that a service could not use. */
    public Optional<DeadLetterEntry> deadLetter(String id) {
        return search.byKey(Kind.DEAD_LETTER, id, DeadLetterEntry.class);
    }

    /** Records that services could not use, in the order of their burial. */
    public ResultPage<DeadLetterEntry> deadLetters(
            DeadLetterQuery wanted, boolean newestFirst, int limit, String cursor) {
        BooleanQuery.Builder matching = new BooleanQuery.Builder();
        wanted.addTo(matching);
        return search.page(
                Kind.DEAD_LETTER,
                matching,
                List.of(SortFields.time(newestFirst)),
                "dead letters " + newestFirst + " " + wanted,
                limit,
                cursor,
                DeadLetterEntry.class);
    }

    /** A token of the tenant's directory system; empty when there is none, or none any more. */
    public Optional<ScimTokenEntry> scimToken(String tokenId) {
        return search.byKey(Kind.SCIM_TOKEN, tokenId, ScimTokenEntry.class);
    }

    /** Tokens of the tenant's directory systems, the latest first. */
    public ResultPage<ScimTokenEntry> scimTokens(int limit, String cursor) {
        return search.page(
                Kind.SCIM_TOKEN,
                new BooleanQuery.Builder(),
                List.of(NEWEST),
                "scim tokens",
                limit,
                cursor,
                ScimTokenEntry.class);
    }

    /** The users of this name, in any case, and no others: more than one only while a directory says so. */
    public List<UserEntry> usersNamed(String userPrincipalName) {
        return named(userPrincipalName);
    }

    /** The users whom the tenant's directory system calls so. */
    public List<UserEntry> usersByExternalId(String externalId) {
        return search.byTerm(Kind.USER, Lookups.externalId(externalId), UserEntry.class).stream()
                .filter(user -> externalId.equals(user.scim().externalId()))
                .toList();
    }

    /** What is held against a source of calls; empty when nothing is. */
    public Optional<ScanEntry> scan(String source) {
        return search.byKey(Kind.SCAN, source, ScanEntry.class);
    }

    /** Sources of calls that somebody seems to guess from, the latest first. */
    public ResultPage<ScanEntry> scans(int limit, String cursor) {
        return search.page(
                Kind.SCAN, new BooleanQuery.Builder(), List.of(NEWEST), "scans", limit, cursor, ScanEntry.class);
    }
}

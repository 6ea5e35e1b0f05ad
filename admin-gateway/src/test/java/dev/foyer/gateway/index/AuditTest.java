package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happened in a tenant, by whom, when, to whom, and what it changed; and how a user was then. */
@Tag("F")
class AuditTest {

    private static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Fixtures index = new Fixtures();

    /** One event a second, from the first one at 10:00:01. */
    @BeforeEach
    void aSmallStory() {
        index.user("contoso.com", "amos", "Amos", "amos@contoso.com")
                .enabled("amos", "4711007")
                .given("foyer.pin.ConferenceIdChanged.v1", """
                        {"tenant": "contoso.com", "userId": "amos", "from": "4711007", "to": "4711008"}""")
                .given("foyer.pin.UserDisabled.v1", """
                        {"tenant": "contoso.com", "userId": "amos"}""")
                .user("contoso.com", "bert", "Bert", "bert@contoso.com")
                .user("fabrikam.com", "carl", "Carl", "carl@fabrikam.com");
    }

    @AfterEach
    void close() {
        index.close();
    }

    private List<String> found(AuditQuery query) {
        return index.contoso().audit(query, 50, null).items().stream()
                .map(event -> event.user() + " " + event.type())
                .toList();
    }

    private static Instant at(int second) {
        return Instant.parse("2026-11-22T10:00:00Z").plusSeconds(second);
    }

    @Test
    void everythingOfTheTenantAndNothingOfOthersNewestFirst() {
        assertEquals(
                List.of(
                        "bert UserProvisioned",
                        "amos UserDisabled",
                        "amos ConferenceIdChanged",
                        "amos UserEnabled",
                        "amos UserProvisioned"),
                found(ALL));
    }

    @Test
    void byUserActorTypeAndTime() {
        assertEquals(List.of("bert UserProvisioned"), found(new AuditQuery("bert", null, null, null, null, null)));
        assertEquals(
                5, found(new AuditQuery(null, "admin", null, null, null, null)).size());
        assertEquals(List.of(), found(new AuditQuery(null, "helpdesk", null, null, null, null)));
        assertEquals(
                List.of("bert UserProvisioned", "amos UserProvisioned"),
                found(new AuditQuery(null, null, "UserProvisioned", null, null, null)));
        assertEquals(
                List.of("amos ConferenceIdChanged", "amos UserEnabled"),
                found(new AuditQuery(null, null, null, null, at(2), at(4))));
    }

    @Test
    void inPagesNothingTwiceAndNothingLeftOut() {
        List<String> all = new ArrayList<>();
        String cursor = null;
        do {
            ResultPage<HistoryEntry> page = index.contoso().audit(ALL, 2, cursor);
            page.items().forEach(event -> all.add(event.user() + " " + event.type()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(found(ALL), all);
    }

    @Test
    void whoIsRemovedStaysInIt() {
        index.given("foyer.pin.UserRemoved.v1", """
                {"tenant": "contoso.com", "userId": "amos"}""");
        assertEquals(
                5, found(new AuditQuery("amos", null, null, null, null, null)).size());
    }

    @Test
    void withOldAndNewValue() {
        List<HistoryEntry> events = index.contoso()
                .audit(new AuditQuery("amos", null, null, null, null, null), 50, null)
                .items();
        assertEquals(
                List.of(new Change("conferenceId", JSON.textNode("4711007"), JSON.textNode("4711008"))),
                events.get(1).changes());
        assertEquals(
                Optional.of(new Change("displayName", null, JSON.textNode("Amos"))),
                change(events.getLast(), "displayName"));
        assertEquals(
                Optional.of(new Change("enabled", JSON.booleanNode(true), JSON.booleanNode(false))),
                change(events.getFirst(), "enabled"));
        assertEquals(
                Optional.of(new Change("conferenceId", JSON.textNode("4711008"), null)),
                change(events.getFirst(), "conferenceId"));
    }

    private static Optional<Change> change(HistoryEntry event, String name) {
        return event.changes().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    @Test
    void settingsSayThemselvesWhatChanged() {
        PublicEvent changed = Fixtures.event("foyer.pin.TenantSettingsChanged.v1", 7, """
                {"tenant": "contoso.com", "settings": {"pinLength": 8},
                 "changes": [{"name": "pinLength", "from": "5", "to": "8"}, {"name": "pinMail", "to": "CLEAR"}]}""");
        assertEquals(
                List.of(
                        new Change("pinLength", JSON.textNode("5"), JSON.textNode("8")),
                        new Change("pinMail", null, JSON.textNode("CLEAR"))),
                Changes.said(changed));
    }

    @Test
    void aUserAsOfThen() {
        assertEquals(Optional.empty(), asOf(new UserPast.Moment.At(at(0))));
        assertEquals(Optional.of(false), asOf(new UserPast.Moment.At(at(1))).map(UserEntry::enabled));
        assertEquals("4711007", conferenceId(new UserPast.Moment.At(at(2))));
        assertEquals("4711008", conferenceId(new UserPast.Moment.At(at(3))));
        assertEquals(Optional.of(false), asOf(new UserPast.Moment.At(at(1_000))).map(UserEntry::enabled));
        String enabling = index.contoso()
                .audit(new AuditQuery("amos", null, "UserEnabled", null, null, null), 1, null)
                .items()
                .getFirst()
                .id();
        assertEquals("4711007", conferenceId(new UserPast.Moment.After(enabling)));
        assertThrows(UserPast.NoSuchEvent.class, () -> asOf(new UserPast.Moment.After("of somebody else")));
    }

    /** The mailbox counts for itself: what it says stands in the user's history, but not in the user's order. */
    @Test
    void asOfAMailIsAsOfItsTime() {
        for (long mailbox : new long[] {1, 1_000}) {
            PublicEvent sent =
                    Fixtures.event("foyer.notification.NotificationSent.v1", mailbox, at(2).plusMillis(500), """
                    {"tenant": "contoso.com", "userId": "amos", "notificationId": "n-amos", "kind": "WELCOME",
                     "status": "SENT", "createdAt": "2026-11-22T10:00:02Z"}""");
            index.given(sent);
            assertEquals(
                    "4711007",
                    conferenceId(new UserPast.Moment.After(sent.envelope().id())));
        }
    }

    @Test
    void whoIsRemovedWasThere() {
        index.given("foyer.pin.UserRemoved.v1", """
                {"tenant": "contoso.com", "userId": "amos"}""");
        assertEquals("4711008", conferenceId(new UserPast.Moment.At(at(3))));
        assertEquals(Optional.empty(), asOf(new UserPast.Moment.At(at(1_000))));
    }

    private Optional<UserEntry> asOf(UserPast.Moment then) {
        return index.contoso().userAsOf("amos", then);
    }

    private String conferenceId(UserPast.Moment then) {
        return asOf(then).orElseThrow().conferencing().conferenceId();
    }
}

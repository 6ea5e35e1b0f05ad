package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is removed and comes again under the same id has nothing of the one before. */
@Tag("G6")
class NewPersonTest {

    private static final NotificationQuery OF_AMOS = new NotificationQuery(null, null, "amos", null, null);

    private final Fixtures index = new Fixtures();

    @AfterEach
    void close() {
        index.close();
    }

    private void mail(String id, String createdAt) {
        index.given("foyer.notification.NotificationSent.v1", """
                {"tenant": "contoso.com", "userId": "amos", "notificationId": "%s", "kind": "PIN_RESET", "status": "SENT",
                 "attempts": 1, "createdAt": "%s", "expiresAt": "2026-11-29T10:00:00Z", "at": "%2$s"}""".formatted(id, createdAt));
    }

    private List<String> history() {
        return index.contoso().history("amos", 50, null).items().stream()
                .map(HistoryEntry::type)
                .toList();
    }

    private List<String> mails() {
        return index.contoso().notifications(OF_AMOS, 50, null).items().stream()
                .map(NotificationEntry::notificationId)
                .toList();
    }

    /** The clock was ahead when the first one went and is right again: for this user it stands still, until it has caught up. */
    @Test
    @Tag("case-L3")
    void alsoWhenBothAreOfOneMoment() {
        Instant then = Instant.parse("2026-11-22T10:30:00Z");
        String amos =
                "{\"tenant\": \"contoso.com\", \"userId\": \"amos\", \"displayName\": \"Amos\", \"userPrincipalName\": \"a@c.com\"}";
        long life = 1L << 60;
        index.given(Fixtures.event("foyer.pin.UserProvisioned.v1", life + 1, then, amos));
        index.given(Fixtures.event("foyer.pin.UserRemoved.v1", life + 2, then, amos));
        assertEquals(List.of(), history());
        index.given(Fixtures.event("foyer.pin.UserProvisioned.v1", life + (1 << 20) + 1, then, amos));
        assertEquals(List.of("UserProvisioned"), history());
    }

    @Test
    void historyAndMailsAreOfThePresentPerson() {
        index.user("contoso.com", "amos", "Amos", "amos@contoso.com").enabled("amos", "4711007");
        mail("n-1", "2026-11-22T10:00:02Z");
        assertEquals(List.of("NotificationSent", "UserEnabled", "UserProvisioned"), history());
        assertEquals(List.of("n-1"), mails());

        index.given("foyer.pin.UserRemoved.v1", "{\"tenant\": \"contoso.com\", \"userId\": \"amos\"}");
        assertEquals(List.of("n-1"), mails(), "who is gone is asked for by id");
        index.user("contoso.com", "amos", "Another Amos", "amos@contoso.com");
        assertEquals(List.of("UserProvisioned"), history());
        assertEquals(List.of(), mails());

        mail("n-1", "2026-11-22T10:00:02Z");
        assertEquals(List.of("UserProvisioned"), history(), "what becomes of an old mail later is not theirs either");
        assertEquals(List.of(), mails());

        mail("n-2", "2026-11-22T10:00:07Z");
        assertEquals(List.of("NotificationSent", "UserProvisioned"), history());
        assertEquals(List.of("n-2"), mails());
        assertEquals(
                2,
                index.contoso().notifications(NotificationQuery.ALL, 50, null).total(),
                "the ledger of the tenant keeps all");
    }
}

package dev.foyer.gateway.index;

import static dev.foyer.gateway.index.Fixtures.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A tenant that comes again inherits nothing, in whatever order the topics are read. The time of an event is its number. */
class TenantFoldTest {

    private static final String TENANT = "{\"tenant\": \"contoso.com\", \"again\": %s}";

    private static PublicEvent added(long at, boolean again) {
        return event("foyer.pin.TenantAdded.v1", at, TENANT.formatted(again));
    }

    private static PublicEvent removed(long at) {
        return event("foyer.pin.TenantRemoved.v1", at, TENANT.formatted(false));
    }

    private static PublicEvent mail(long at, String id) {
        return event("foyer.notification.NotificationQueued.v1", at, """
                {"tenant": "contoso.com", "userId": "u", "notificationId": "%s", "kind": "WELCOME", "status": "QUEUED",
                "createdAt": "2026-11-22T10:%02d:00Z", "changedAt": "2026-11-22T10:%02d:00Z"}""".formatted(id, at / 60, at / 60));
    }

    private static PublicEvent user(long at, String tenant) {
        return event("foyer.pin.UserProvisioned.v1", at, """
                {"tenant": "%s", "userId": "u", "displayName": "U", "userPrincipalName": "u@contoso.com"}""".formatted(tenant));
    }

    private static PublicEvent gone(long at) {
        return event("foyer.pin.UserRemoved.v1", at, "{\"tenant\": \"contoso.com\", \"userId\": \"u\"}");
    }

    private static PublicEvent meeting(long at, String id) {
        return event("foyer.meeting.MeetingScheduled.v1", at, """
                {"tenant": "contoso.com", "conferenceId": "%s", "organizerId": "u", "startWithoutPin": false}""".formatted(id));
    }

    @Test
    void whatIsSaidLastCounts() {
        try (Fixtures index = new Fixtures()) {
            assertEquals(Optional.empty(), index.live().tenant("contoso.com"));
            index.given(added(60, false));
            assertEquals(
                    Optional.of(new TenantEntry("contoso.com", 60, true, null)),
                    index.live().tenant("contoso.com"));
            index.given(removed(120), added(60, false));
            assertFalse(index.live().tenant("contoso.com").orElseThrow().there());
            index.given(added(180, true));
            assertTrue(index.live().tenant("contoso.com").orElseThrow().there());
            assertEquals(Optional.empty(), index.live().tenant("contoso.com.au"));
        }
    }

    @Test
    void whoComesAgainIsShownNothingOfBefore() {
        try (Fixtures index = new Fixtures()) {
            index.given(user(10, "contoso.com"), mail(60, "n-1"), meeting(70, "1111111"), gone(80), removed(120));
            // The other topics are read a moment later, and not in order.
            index.given(added(180, true), mail(100, "n-2"), meeting(110, "2222222"));
            index.given(user(240, "contoso.com"), mail(300, "n-3"), meeting(310, "3333333"));
            TenantView now = index.contoso();
            assertEquals(1, now.notifications(NotificationQuery.ALL, 10, null).total());
            assertEquals(
                    "n-3",
                    now.notifications(NotificationQuery.ALL, 10, null)
                            .items()
                            .getFirst()
                            .notificationId());
            assertEquals(Optional.empty(), now.notification("n-1"));
            assertEquals(Optional.empty(), now.meeting("2222222"));
            assertEquals(1, now.meetings(null, null, 10, null).total());
            assertEquals(
                    0,
                    now.history("u", 50, null).items().stream()
                            .filter(one -> one.sequence() < 180)
                            .count());
            assertTrue(now.user("u").isPresent());
        }
    }

    /** Of the configuration's tenants nobody says that they come; when somebody does, they have what they had. */
    @Test
    void whoWasNeverRemovedKeepsEverything() {
        try (Fixtures index = new Fixtures()) {
            index.given(user(10, "contoso.com"), mail(60, "n-1"), added(120, false));
            assertTrue(index.contoso().notification("n-1").isPresent());
            assertTrue(index.contoso().history("u", 50, null).total() > 0);
        }
    }

    @Test
    void othersKeepWhatTheyHave() {
        try (Fixtures index = new Fixtures()) {
            index.given(user(10, "fabrikam.com"), removed(120), added(180, true));
            assertEquals(1, index.fabrikam().history("u", 50, null).total());
        }
    }

    @Test
    void itIsKnownAfterAnotherStart() throws IOException {
        try (Fixtures index = new Fixtures()) {
            index.given(removed(120), added(180, true));
            index.live().finish();
            index.live().close();
            try (LiveIndex again = new LiveIndex(Store.open(index.directory, "cluster-1"))) {
                assertEquals(index.live().tenant("contoso.com"), again.tenant("contoso.com"));
                assertTrue(again.tenant("contoso.com").orElseThrow().there());
            }
        }
    }

    @Test
    void anAccountOfBeforeIsForgottenButForItsSessions() {
        try (Fixtures index = new Fixtures()) {
            index.given(
                    event("foyer.pin.AccountSignedIn.v1", 10, """
                            {"tenant": "contoso.com", "account": "admin", "address": "203.0.113.7"}"""), event("foyer.pin.AccountForgotten.v1", 20, """
                            {"tenant": "contoso.com", "account": "admin", "generation": 4}"""));
            AccountEntry account = index.contoso().account("admin").orElseThrow();
            assertFalse(account.isRemembered());
            assertEquals(4, account.generation());
        }
    }
}

package dev.foyer.gateway.index;

import static dev.foyer.gateway.index.Fixtures.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UserFoldTest {

    private static UserEntry after(PublicEvent... events) {
        UserEntry user = null;
        for (PublicEvent event : events) {
            user = UserFold.apply(user, PinEventType.of(event.envelope().type()), event);
        }
        return user;
    }

    private static PublicEvent of(String type, long sequence, String more) {
        return event(
                "foyer.pin." + type + ".v1",
                sequence,
                "{\"tenant\": \"contoso.com\", \"userId\": \"u-1\"" + more + "}");
    }

    private static final PublicEvent PROVISIONED = of("UserProvisioned", 1, ", \"displayName\": \"Amos\"");
    private static final PublicEvent ENABLED = of(
            "UserEnabled",
            2,
            ", \"conferenceId\": \"4711007\", \"pinSetAt\": \"2026-11-22T10:00:00Z\", \"pinSetBy\": \"admin\", \"notificationId\": \"n1\"");
    private static final PublicEvent LOCKED = of("PinLocked", 4, ", \"since\": \"2026-11-22T10:00:00Z\"");

    @Test
    void aProvisionedUserIsDisabled() {
        assertFalse(after(PROVISIONED).enabled());
    }

    @Test
    void enablingKeepsTheProfile() {
        UserEntry user = after(PROVISIONED, ENABLED);
        assertEquals("Amos", user.displayName());
        assertEquals("4711007", user.conferencing().conferenceId());
    }

    @Test
    void disablingForgetsAllOfConferencing() {
        assertNull(
                after(PROVISIONED, ENABLED, LOCKED, of("UserDisabled", 5, "")).conferencing());
    }

    @Test
    void wrongPinsAreCountedAndALockIsSeen() {
        UserEntry user = after(PROVISIONED, ENABLED, of("PinRejected", 3, ", \"failedAttempts\": 25"), LOCKED);
        assertEquals(25, user.conferencing().failedAttempts());
        assertTrue(user.locked());
        assertNull(user.conferencing().lock().until());
    }

    @Test
    void aServedLockLeavesTheFailuresInARowAndAnAdministratorClearsThem() {
        PublicEvent rejected = of("PinRejected", 3, ", \"failedAttempts\": 25");
        UserEntry served = after(PROVISIONED, ENABLED, rejected, LOCKED, unlocked("EXPIRED"));
        assertFalse(served.locked());
        assertEquals(25, served.conferencing().failedAttempts());
        UserEntry cleared = after(PROVISIONED, ENABLED, rejected, LOCKED, unlocked("ADMINISTRATOR"));
        assertEquals(0, cleared.conferencing().failedAttempts());
    }

    private static PublicEvent unlocked(String reason) {
        return of("PinUnlocked", 5, ", \"reason\": \"" + reason + "\", \"at\": \"2026-11-22T11:00:00Z\"");
    }

    @Test
    void aResetClearsLockAndCount() {
        UserEntry user = after(
                PROVISIONED,
                ENABLED,
                LOCKED,
                of(
                        "PinReset",
                        5,
                        ", \"pinSetAt\": \"2026-11-22T11:00:00Z\", \"pinSetBy\": \"helpdesk\", \"notificationId\": \"n2\""));
        assertFalse(user.locked());
        assertEquals(0, user.conferencing().failedAttempts());
        assertEquals("n2", user.conferencing().notificationId());
    }

    /** The clock of pin-service was half an hour ahead at the first of them. */
    @Test
    @Tag("case-L3")
    void theLaterInTheUsersSequenceCountsWhateverTheClockSaid() {
        PublicEvent ahead = reset(5, "2026-11-22T11:30:00Z", "n2");
        PublicEvent back = reset(6, "2026-11-22T11:00:00Z", "n3");
        assertEquals(
                "n3", after(PROVISIONED, ENABLED, ahead, back).conferencing().notificationId());
        assertEquals(
                "n3",
                after(PROVISIONED, ENABLED, ahead, back, ahead).conferencing().notificationId());
    }

    private static PublicEvent reset(long sequence, String at, String notification) {
        return of(
                "PinReset",
                sequence,
                ", \"pinSetAt\": \"" + at + "\", \"pinSetBy\": \"admin\", \"notificationId\": \"" + notification
                        + "\"");
    }

    @Test
    @Tag("C3")
    void anotherConferenceIdKeepsTheRest() {
        UserEntry before = after(PROVISIONED, ENABLED, LOCKED);
        UserEntry user = after(
                PROVISIONED,
                ENABLED,
                LOCKED,
                of("ConferenceIdChanged", 5, ", \"from\": \"4711007\", \"to\": \"8150042\""));
        assertEquals("8150042", user.conferencing().conferenceId());
        assertEquals(before.conferencing(), user.conferencing().withConferenceId("4711007"));
    }

    @Test
    @Tag("C4")
    void numbersComeAndGoEachForItself() {
        PublicEvent toll = of("DefaultNumberChanged", 3, ", \"numberType\": \"TOLL\", \"to\": \"+390212345678\"");
        PublicEvent free = of("DefaultNumberChanged", 4, ", \"numberType\": \"TOLL_FREE\", \"to\": \"+39800123456\"");
        PublicEvent none = of("DefaultNumberChanged", 5, ", \"numberType\": \"TOLL\", \"from\": \"+390212345678\"");
        UserEntry both = after(PROVISIONED, ENABLED, toll, free);
        assertEquals("+390212345678", both.conferencing().serviceNumber());
        assertEquals("+39800123456", both.conferencing().tollFreeServiceNumber());
        UserEntry one = after(PROVISIONED, ENABLED, toll, free, none);
        assertNull(one.conferencing().serviceNumber());
        assertEquals("+39800123456", one.conferencing().tollFreeServiceNumber());
    }

    @Test
    @Tag("C1")
    void whoMayStartIsSeen() {
        assertTrue(after(PROVISIONED, ENABLED, of("PstnOnlyMeetingsChanged", 3, ", \"allowed\": true"))
                .conferencing()
                .allowPstnOnlyMeetings());
    }

    @Test
    @Tag("B3")
    void guessesAtNobodysPinMakeNobody() {
        PublicEvent guess = of("PinRejected", 10, ", \"failedAttempts\": 0");
        assertNull(after(guess));
        assertNull(after(PROVISIONED, ENABLED, of("UserRemoved", 9, ""), guess));
        assertFalse(after(PROVISIONED, guess).enabled());
    }

    @Test
    void anEventSeenTwiceIsHarmlessAndAnOldOneChangesNothing() {
        UserEntry once = after(PROVISIONED, ENABLED, LOCKED);
        assertEquals(once, after(PROVISIONED, ENABLED, LOCKED, LOCKED, ENABLED, PROVISIONED, LOCKED));
    }

    @Test
    void aRemovedUserIsGone() {
        assertNull(after(PROVISIONED, ENABLED, of("UserRemoved", 9, "")));
    }
}

package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserSearchTest {

    private final Fixtures index = new Fixtures();

    @BeforeEach
    void people() {
        index.user("Amos Marble", "amos.marble@contoso.com")
                .user("Zoë Núñez-Løvås", "zoe@contoso.com")
                .user("Ümit İnce", "umit@contoso.com")
                .user("Siobhán O'Brien", "siobhan@contoso.com")
                .user("王小明", "wang@contoso.com")
                .enabled("amos.marble", "4711007")
                .user("fabrikam.com", "f-1", "Amos Marble", "amos@fabrikam.com");
    }

    @AfterEach
    void close() {
        index.close();
    }

    private List<String> find(String text) {
        return index.contoso().users(new UserQuery(text, null, UserQuery.Order.DISPLAY_NAME), 50, null).items().stream()
                .map(UserEntry::userId)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "amos, amos.marble",
        "MARB, amos.marble",
        "marble amos, amos.marble",
        "amos.marble@con, amos.marble",
        "47110, amos.marble",
        "nunez, zoe",
        "Núñez, zoe",
        "lovas zo, zoe",
        "ince, umit",
        "UMIT, umit",
        "o'brien, siobhan",
        "brien, siobhan",
        "王小, wang"
    })
    void aUserIsFoundByTheBeginningOfAnyPart(String typed, String expected) {
        assertEquals(List.of(expected), find(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "conf:4711 | amos.marble",
                "CONF:4711007 | amos.marble",
                "conf:*007 | amos.marble",
                "conf:\"4711007\" | amos.marble",
                "conf:\"471\" |",
                "mail:amos. | amos.marble",
                "mail:*@contoso.com siob | siobhan",
                "mail:marble |",
                "name:zo | zoe",
                "name:amos.marble@ | amos.marble",
                "*arbl* | amos.marble",
                "*mos | amos.marble",
                "a*os | amos.marble",
                "name:*ÚÑE* | zoe",
                "\"Amos Marble\" | amos.marble",
                "name:\"marble\" | amos.marble",
                "name:\"marb\" |",
                "\"amos.marble@contoso.com\" | amos.marble",
                "\"amos | amos.marble",
                "locked:no amos | amos.marble",
                "locked: |",
                "other:amos |"
            })
    void oneBoxUnderstandsWhereAndHowMuch(String typed, String expected) {
        assertEquals(expected == null ? List.of() : List.of(expected), find(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tel:123", "tel:", "locked:perhaps", "*a*b*c*d*", "a b c d e f g h i j locked:yes"})
    void whatCanMeanNothingIsRefusedWithWhatToDo(String typed) {
        assertThrows(SearchRefused.class, () -> UserQuery.check(typed));
    }

    @Test
    void byTelephoneAndByLock() {
        index.given("foyer.pin.UserProvisioned.v1", """
                        {"tenant": "contoso.com", "userId": "umit", "displayName": "Umit", "userPrincipalName": "umit@contoso.com",
                         "phoneNumbers": ["+390612345678"]}""").given("foyer.pin.PinLocked.v1", """
                        {"tenant": "contoso.com", "userId": "amos.marble", "since": "2026-11-22T10:20:00Z"}""");
        for (String typed : List.of("tel:0612", "tel:+39", "tel:\"+390612345678\"", "tel:*5678", "tel:1234")) {
            assertEquals(typed.equals("tel:+39") ? null : List.of("umit"), findOrRefuse(typed), typed);
        }
        assertEquals(List.of("amos.marble"), find("locked:"));
        assertEquals(List.of("amos.marble"), find("am locked:y"));
        assertEquals(List.of(), find("am locked:no"));
    }

    /** Whoever pastes an address means one user, whom Enter opens. */
    @Test
    void anAddressFindsOnlyWhatBeginsLikeIt() {
        index.user("User 1", "user-1@contoso.com")
                .user("User 10", "user-10@contoso.com")
                .user("Info@Contoso", "shared@contoso.com");
        assertEquals(List.of("user-1"), find("user-1@contoso.com"));
        assertEquals(List.of("user-1"), find("USER-1@con user"));
        assertEquals(List.of("shared"), find("info@cont"));
        for (String pasted : List.of(
                "User 1 <user-1@contoso.com>",
                "user-1@contoso.com,",
                "mailto:user-1@contoso.com",
                "(user-1@contoso.com);")) {
            assertEquals(List.of("user-1"), find(pasted), pasted);
        }
    }

    private List<String> findOrRefuse(String typed) {
        try {
            return find(typed);
        } catch (SearchRefused _) {
            return null;
        }
    }

    /** Held is the mail with the PIN that holds, as long as it waits. */
    @Test
    void filtersSayHowManyThereAre() {
        assertEquals(new UserCounts(5, 1, 4, 0, 0), index.contoso().userCounts(null));
        assertEquals(new UserCounts(1, 1, 0, 0, 0), index.contoso().userCounts("amos"));
        index.given("foyer.pin.PinReset.v1", """
                {"tenant": "contoso.com", "userId": "amos.marble", "notificationId": "n-1", "mail": "HELD",
                 "pinSetAt": "2026-11-26T10:00:00Z"}""");
        assertEquals(new UserCounts(5, 1, 4, 0, 1), index.contoso().userCounts(null));
        UserQuery held = new UserQuery(null, UserQuery.State.HELD, UserQuery.Order.DISPLAY_NAME);
        assertEquals(
                List.of("amos.marble"),
                index.contoso().users(held, 10, null).items().stream()
                        .map(UserEntry::userId)
                        .toList());
        assertEquals(0, index.fabrikam().userCounts(null).held());
        index.given("foyer.notification.NotificationSent.v1", """
                {"tenant": "contoso.com", "userId": "amos.marble", "notificationId": "n-1", "status": "SENT"}""");
        assertEquals(0, index.contoso().userCounts(null).held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"arble", "amos zoe", "xyz", "4711008", "fabrikam"})
    void othersAreNotFound(String typed) {
        assertEquals(List.of(), find(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?mos", "a[m]os", "(", "amos OR zoe", "\\", "+amos -zoe", "a b c d e f g h i j"})
    void nothingElseThatIsTypedIsAQueryLanguage(String typed) {
        assertEquals(List.of(), find(typed));
    }

    /** A directory may give one name to two people: guessing would reset the PIN of the wrong one. */
    @Test
    void aNameOfTwoUsersMeansNobody() {
        index.user("contoso.com", "u-1", "Vera One", "vera@contoso.com");
        index.user("contoso.com", "u-2", "Vera Two", "Vera@contoso.com");
        assertThrows(AmbiguousName.class, () -> index.contoso().user("vera@contoso.com"));
        assertTrue(index.contoso().user("u-2").isPresent());
    }

    @Test
    void byNameOrByIdInAnyCase() {
        assertEquals(
                "amos.marble",
                index.contoso().user("AMOS.Marble@contoso.com").orElseThrow().userId());
        assertEquals("umit", index.contoso().user("umit").orElseThrow().userId());
        assertTrue(index.contoso().user("Umit").isEmpty());
    }

    @Test
    void noTenantSeesAnother() {
        assertTrue(index.fabrikam().user("amos.marble").isEmpty());
        assertTrue(index.contoso().user("f-1").isEmpty());
        assertEquals(
                1,
                index.fabrikam()
                        .users(new UserQuery("amos", null, UserQuery.Order.DISPLAY_NAME), 50, null)
                        .total());
    }

    @Test
    void byState() {
        UserQuery enabled = new UserQuery(null, UserQuery.State.ENABLED, UserQuery.Order.DISPLAY_NAME);
        UserQuery disabled = new UserQuery(null, UserQuery.State.DISABLED, UserQuery.Order.DISPLAY_NAME);
        UserQuery locked = new UserQuery(null, UserQuery.State.LOCKED, UserQuery.Order.DISPLAY_NAME);
        assertEquals(1, index.contoso().users(enabled, 10, null).total());
        assertEquals(4, index.contoso().users(disabled, 10, null).total());
        assertEquals(0, index.contoso().users(locked, 10, null).total());
    }

    @Test
    void pagesHaveEverybodyOnceInOrder() {
        List<String> all = new ArrayList<>();
        UserQuery everybody = new UserQuery(null, null, UserQuery.Order.DISPLAY_NAME);
        String cursor = null;
        do {
            ResultPage<UserEntry> page = index.contoso().users(everybody, 2, cursor);
            page.items().forEach(one -> all.add(one.userId()));
            assertEquals(5, page.total());
            cursor = page.next();
        } while (cursor != null);
        assertEquals(List.of("amos.marble", "siobhan", "umit", "zoe", "wang"), all);
    }

    @Test
    void pagesOfEqualValuesLoseNobody() {
        UserQuery byPin = new UserQuery(null, null, UserQuery.Order.PIN_SET_AT_DESCENDING);
        List<String> all = new ArrayList<>();
        String cursor = null;
        do {
            ResultPage<UserEntry> page = index.contoso().users(byPin, 1, cursor);
            page.items().forEach(one -> all.add(one.userId()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(5, all.stream().distinct().count());
        assertEquals("amos.marble", all.getFirst());
    }

    @Test
    void aCursorOfAnotherQuestionIsRefused() {
        UserQuery everybody = new UserQuery(null, null, UserQuery.Order.DISPLAY_NAME);
        String cursor = index.contoso().users(everybody, 2, null).next();
        UserQuery other = new UserQuery("a", null, UserQuery.Order.DISPLAY_NAME);
        assertThrows(ForeignCursor.class, () -> index.contoso().users(other, 2, cursor));
        assertThrows(ForeignCursor.class, () -> index.fabrikam().users(everybody, 2, cursor));
    }

    /** Each scheduled meeting has an ID of its own, which callers read aloud to the helpdesk as well. */
    @ParameterizedTest
    @Tag("C2")
    @ValueSource(
            strings = {
                "612345678",
                "612 345 678",
                "612-345-678",
                "conf:612345678",
                "conf:\"612345678\"",
                "conf:612345678 zo"
            })
    void theOwnerOfAScheduledMeetingIsFoundByItsId(String typed) {
        index.given("foyer.meeting.MeetingScheduled.v1", """
                        {"tenant": "contoso.com", "conferenceId": "612345678", "organizerId": "zoe"}""").given("foyer.meeting.MeetingScheduled.v1", """
                        {"tenant": "fabrikam.com", "conferenceId": "612345679", "organizerId": "f-1"}""");
        assertEquals(List.of("zoe"), find(typed));
        assertEquals(1, index.contoso().userCounts(typed).all());
        assertEquals(List.of(), find("conf:612345679"), "Another tenant's meeting");
        assertEquals(List.of(), find("conf:612345678 amos"));
        assertEquals(List.of(), find("tel:612345678"));
    }
}

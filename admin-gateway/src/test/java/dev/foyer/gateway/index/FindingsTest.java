package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.gateway.index.UserQuery.Order;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was found before is never the answer to another question, nor to the same one after a change. */
class FindingsTest {

    private static final UserQuery EVERYBODY = new UserQuery(null, null, Order.DISPLAY_NAME);

    private final Fixtures index = new Fixtures()
            .user("contoso.com", "a", "Anna", "anna@contoso.com")
            .user("contoso.com", "b", "Bert", "bert@contoso.com")
            .user("fabrikam.com", "f", "Fred", "fred@fabrikam.com");

    @AfterEach
    void close() {
        index.close();
    }

    private static List<String> ids(ResultPage<UserEntry> page) {
        return page.items().stream().map(UserEntry::userId).toList();
    }

    private static ResultPage<UserEntry> page(TenantView of, UserQuery query, int limit, String cursor) {
        ResultPage<UserEntry> first = of.users(query, limit, cursor);
        assertEquals(first, of.users(query, limit, cursor), "once more, it is the same");
        return first;
    }

    @Test
    @Tag("case-R12")
    void aChangeIsInTheNextAnswer() {
        assertEquals(List.of("a", "b"), ids(page(index.contoso(), EVERYBODY, 50, null)));
        index.user("contoso.com", "c", "Aaron", "aaron@contoso.com");
        assertEquals(List.of("c", "a", "b"), ids(page(index.contoso(), EVERYBODY, 50, null)));
        index.user("contoso.com", "c", "Zed", "aaron@contoso.com");
        ResultPage<UserEntry> last = page(index.contoso(), EVERYBODY, 50, null);
        assertEquals(List.of("a", "b", "c"), ids(last));
        assertEquals(3, last.total());
    }

    @Test
    void anotherQuestionHasItsOwnAnswer() {
        assertEquals(List.of("a", "b"), ids(page(index.contoso(), EVERYBODY, 50, null)));
        assertEquals(List.of("f"), ids(page(index.fabrikam(), EVERYBODY, 50, null)));
        assertEquals(
                List.of("b", "a"),
                ids(page(index.contoso(), new UserQuery(null, null, Order.DISPLAY_NAME_DESCENDING), 50, null)));
        assertEquals(
                List.of("b"), ids(page(index.contoso(), new UserQuery("bert", null, Order.DISPLAY_NAME), 50, null)));
        ResultPage<UserEntry> first = page(index.contoso(), EVERYBODY, 1, null);
        assertEquals(List.of("a"), ids(first));
        assertEquals(List.of("b"), ids(page(index.contoso(), EVERYBODY, 1, first.next())));
    }

    @Test
    void aCursorOfAnotherListIsNone() {
        String cursor = page(index.contoso(), EVERYBODY, 1, null).next();
        assertThrows(ForeignCursor.class, () -> index.fabrikam().users(EVERYBODY, 1, cursor));
        assertThrows(
                ForeignCursor.class,
                () -> index.contoso().users(new UserQuery(null, null, Order.DISPLAY_NAME_DESCENDING), 1, cursor));
    }
}

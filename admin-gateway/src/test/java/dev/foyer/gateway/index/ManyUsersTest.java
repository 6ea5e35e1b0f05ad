package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.foyer.gateway.index.UserQuery.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** So many that Lucene leaves out what sorts behind a page that is full. */
class ManyUsersTest {

    private static final int USERS = 2_500;

    private static final Fixtures INDEX = new Fixtures();

    @BeforeAll
    static void people() {
        Random random = new Random(7);
        PublicEvent[] all = new PublicEvent[USERS];
        for (int i = 0; i < USERS; i++) {
            // Few names, so that many are equal, and ids that are not in the order of the names.
            int id = i * 7919 % USERS;
            all[i] = Fixtures.event("foyer.pin.UserProvisioned.v1", i + 1, """
                    {"tenant": "contoso.com", "userId": "u%05d", "displayName": "N%02d", "userPrincipalName": "p%05d@contoso.com",
                     "primarySmtpAddress": "u@contoso.com"}""".formatted(
                            id, random.nextInt(40), random.nextInt(800_000) * USERS + id));
        }
        INDEX.given(all);
    }

    @AfterAll
    static void close() {
        INDEX.close();
    }

    @ParameterizedTest
    @EnumSource
    void allPagesHaveEverybodyOnceInOrder(Order order) {
        UserQuery everybody = new UserQuery(null, null, order);
        List<UserEntry> all = new ArrayList<>();
        String cursor = null;
        do {
            ResultPage<UserEntry> page = INDEX.contoso().users(everybody, 200, cursor);
            assertEquals(USERS, page.total());
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertEquals(USERS, new HashSet<>(all).size());
        assertEquals(USERS, all.size());
        assertEquals(all.stream().sorted(expected(order)).toList(), all);
    }

    @ParameterizedTest
    @EnumSource
    void backwardsThePagesAreTheSame(Order order) {
        UserQuery everybody = new UserQuery(null, null, order);
        List<List<UserEntry>> forward = new ArrayList<>();
        ResultPage<UserEntry> page = INDEX.contoso().users(everybody, 200, null);
        assertNull(page.previous());
        forward.add(page.items());
        while (page.next() != null) {
            page = INDEX.contoso().users(everybody, 200, page.next());
            forward.add(page.items());
        }
        for (int i = forward.size() - 2; i >= 0; i--) {
            page = INDEX.contoso().users(everybody, 200, page.previous());
            assertEquals(forward.get(i), page.items());
            assertEquals(USERS, page.total());
            assertEquals(
                    forward.get(i + 1),
                    INDEX.contoso().users(everybody, 200, page.next()).items());
        }
        assertNull(page.previous());
    }

    private static Comparator<UserEntry> expected(Order order) {
        Comparator<UserEntry> by = by(
                switch (order) {
                    case DISPLAY_NAME, DISPLAY_NAME_DESCENDING -> UserEntry::displayName;
                    case USER_PRINCIPAL_NAME, USER_PRINCIPAL_NAME_DESCENDING -> UserEntry::userPrincipalName;
                    // Nobody has a PIN: what is left is the id.
                    case PIN_SET_AT, PIN_SET_AT_DESCENDING -> _ -> "";
                });
        Comparator<UserEntry> first = order.name().endsWith("DESCENDING") ? by.reversed() : by;
        return first.thenComparing(UserEntry::userId);
    }

    private static Comparator<UserEntry> by(Function<UserEntry, String> value) {
        return Comparator.comparing(value);
    }
}

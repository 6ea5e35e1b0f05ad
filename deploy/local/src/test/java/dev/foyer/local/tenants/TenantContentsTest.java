package dev.foyer.local.tenants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However much a tenant has, and whatever its users are called: all of it goes, and nothing else. */
class TenantContentsTest {

    private final List<String> said = new ArrayList<>();
    private final Set<String> otherwise = new TreeSet<>();
    private GatewayWithATenant gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = new GatewayWithATenant();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private TenantContents contents(int page) {
        return new TenantContents(
                gateway.administrator(),
                users -> {
                    otherwise.addAll(users);
                    gateway.users.removeAll(users);
                },
                said::add,
                page);
    }

    @Test
    void moreThanTwentyPagesOfUsersAndTwoOfMeetingsGo() {
        for (int i = 0; i < 1_050; i++) {
            gateway.users.add("user-" + i);
        }
        for (int i = 0; i < 450; i++) {
            (i % 3 == 0 ? gateway.running : gateway.waiting).add(String.valueOf(4_000_000 + i));
        }
        contents(20).end();
        assertTrue(gateway.users.isEmpty() && gateway.running.isEmpty() && gateway.waiting.isEmpty());
        assertEquals(List.of("Ended 450 meetings, removed 1050 users."), said);
    }

    @Test
    void oddIdsAreThemselvesAndNobodyElse() {
        List<String> odd =
                List.of("a?b", "a#b", "a;b", "a%2Fb", "100%", "a\"b", "a|b", "a+b", "...", "ü", "[x]", "a&limit=1");
        gateway.users.addAll(odd);
        contents(5).end();
        assertTrue(gateway.users.isEmpty());
        assertEquals(Set.of(), gateway.strangers);
        assertEquals(Set.of(), otherwise);
    }

    @Test
    void whatNoPathCanSayGoesAnotherWay() {
        Set<String> unaddressable = new TreeSet<>(Set.of(".", "..", "a\\b"));
        gateway.users.addAll(unaddressable);
        gateway.users.add("nora");
        contents(2).end();
        assertEquals(unaddressable, otherwise);
        assertTrue(gateway.users.isEmpty());
        assertEquals(Set.of(), gateway.strangers);
    }

    @Test
    void whatIsNotDoneNowIsDoneAtTheNextLook() {
        gateway.users.addAll(Set.of("nora", "tom"));
        gateway.refusals.set(1);
        contents(200).end();
        assertTrue(gateway.users.isEmpty());
    }

    @Test
    void whatDoesNotEndIsSaid() {
        gateway.close();
        assertThrows(CannotRun.class, () -> contents(200).end());
    }
}

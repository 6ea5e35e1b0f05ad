package dev.foyer.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Problem.ProblemException;
import dev.foyer.base.RepeatableId;
import dev.foyer.gateway.accounts.Account;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F")
@Tag("case-R2")
class CommandIdsTest {

    private static final Account ADMIN = account("contoso.com", "admin");
    private static final KeyScope RESET = new KeyScope("reset-pin", "u-17");
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    private final CommandIds ids = new CommandIds();

    @Test
    void aRepetitionIsTheSameCommandWhereverItIsAsked() {
        assertEquals(ids.of(ADMIN, RESET, "k", BODY), new CommandIds().of(ADMIN, RESET, "k", BODY));
        assertTrue(RepeatableId.is(ids.of(ADMIN, RESET, "k", BODY)));
        assertFalse(RepeatableId.is(ids.fresh()));
    }

    @Test
    void whateverTheKeyIsBoundToTellsCommandsApart() {
        Set<String> all = new HashSet<>();
        all.add(ids.of(ADMIN, RESET, "k", BODY));
        all.add(ids.of(ADMIN, RESET, "K", BODY));
        all.add(ids.of(ADMIN, new KeyScope("reset-pin", "u-18"), "k", BODY));
        all.add(ids.of(ADMIN, new KeyScope("enable", "u-17"), "k", BODY));
        all.add(ids.of(account("contoso.com", "helpdesk"), RESET, "k", BODY));
        all.add(ids.of(account("fabrikam.com", "admin"), RESET, "k", BODY));
        assertEquals(6, all.size());
    }

    /** The page sends it in a form, where it may be anything. */
    @Test
    void aKeyWithALineEndIsNoOtherRequest() {
        assertNotEquals(
                ids.of(ADMIN, KeyScope.of("change-settings"), "u-17\nk", BODY),
                ids.of(ADMIN, new KeyScope("change-settings", "u-17"), "k", BODY));
    }

    @Test
    void anotherBodyIsAnotherRequest() {
        ids.of(ADMIN, RESET, "k", BODY);
        ProblemException refused = assertThrows(
                ProblemException.class, () -> ids.of(ADMIN, RESET, "k", "{\"reveal\":false}".getBytes(UTF_8)));
        assertEquals("/problems/idempotency-key-reused", refused.problem().type());
    }

    private static Account account(String tenant, String name) {
        return new Account(name, tenant, Set.of(Roles.ADMIN), null);
    }
}

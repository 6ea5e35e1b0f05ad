package dev.foyer.gateway.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.company.CompanyGateway;
import dev.foyer.gateway.index.ReadModel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A session that began at a company ends as any other does. */
@QuarkusTest
@TestProfile(CompanyGateway.Profile.class)
@Tag("case-S6")
class CompanySessionTest {

    private static final Account MIRA = account("contoso.com");
    private static final Instant NOW = Instant.now();

    @Inject
    Sessions sessions;

    @Inject
    ReadModel index;

    @BeforeEach
    void indexIsThere() {
        Awaitility.await().until(index::isCaughtUp);
    }

    private static Account account(String tenant) {
        return new Account("mira.of.a.company", tenant, Set.of("conferencing-admin"), "mira.keller");
    }

    private static Session session(Account account, Duration began, Duration seen) {
        return new Session("id", account.name(), account, "", 0, NOW.minus(began), NOW.minus(seen));
    }

    @Test
    void itHoldsForEightHoursWhileItIsUsed() {
        assertEquals(Optional.of(MIRA), sessions.holder(sessions.begin(MIRA, 0)));
        assertEquals(Optional.of(MIRA), sessions.holder(session(MIRA, Duration.ofHours(7), Duration.ofMinutes(20))));
        assertEquals(Optional.empty(), sessions.holder(session(MIRA, Duration.ofHours(8), Duration.ZERO)));
        assertEquals(Optional.empty(), sessions.holder(session(MIRA, Duration.ofHours(1), Duration.ofMinutes(30))));
    }

    @Test
    void itEndsWithTheProviderOfItsTenant() {
        assertEquals(Optional.empty(), sessions.holder(sessions.begin(account("no-provider-any-more.com"), 0)));
    }

    /** Of accounts that this gateway had before it had a provider. */
    @Test
    void aSessionOfAnEmbeddedAccountIsNone() {
        Session embedded = new Session("id", "admin", null, "fingerprint", 0, NOW, NOW);
        assertEquals(Optional.empty(), sessions.holder(embedded));
    }
}

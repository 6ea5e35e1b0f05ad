package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SignInFoldTest {

    private static PublicEvent account(String type, long sequence, String more) {
        return Fixtures.event("foyer.pin." + type + ".v1", sequence, """
                {"tenant": "contoso.com", "account": "admin", "at": "2026-11-26T10:15:30Z", %s}""".formatted(more));
    }

    private static PublicEvent delayed(long sequence, String at, String more) {
        return Fixtures.event("foyer.pin.SignInDelayed.v1", sequence, """
                {"tenant": "-", "address": "203.0.113.7", "name": "n1", "at": "%s"%s}""".formatted(at, more));
    }

    @Test
    @Tag("case-S6")
    void anAccountIsWhatItsEventsSayAndAnOldOneChangesNothing() {
        try (Fixtures index = new Fixtures()) {
            index.given(
                    account("AccountSignedIn", 1, "\"address\": \"203.0.113.7\", \"channel\": \"PAGE\""),
                    account("AccountSignedOut", 2, "\"generation\": 1"),
                    account("AccountSignedOut", 3, "\"generation\": 2"));
            index.given(account("AccountSignedOut", 2, "\"generation\": 1"));
            AccountEntry admin = index.contoso().account("admin").orElseThrow();
            assertEquals(2, admin.generation());
            assertTrue(admin.knows("203.0.113.7"));
            assertFalse(admin.knows("203.0.113.8"));
            assertTrue(index.fabrikam().account("admin").isEmpty());
        }
    }

    @Test
    @Tag("case-S7")
    void aWaitOfAnAccountHoldsUntilTheNextFailureSaysOtherwise() {
        try (Fixtures index = new Fixtures()) {
            index.given(
                    account("SignInFailed", 1, "\"failedAttempts\": 51, \"delayedUntil\": \"2026-11-26T10:15:31Z\""));
            assertEquals(
                    Instant.parse("2026-11-26T10:15:31Z"),
                    index.contoso().account("admin").orElseThrow().delayedUntil());
            index.given(account("SignInFailed", 2, "\"failedAttempts\": 1"));
            assertNull(index.contoso().account("admin").orElseThrow().delayedUntil());
        }
    }

    @Test
    @Tag("case-S7")
    void anAddressForgetsWaitsThatAreOver() {
        try (Fixtures index = new Fixtures()) {
            index.given(delayed(1, "2026-11-26T10:15:30Z", ", \"nameDelayedUntil\": \"2026-11-26T10:15:31Z\""));
            SourceEntry before = index.source("203.0.113.7");
            assertEquals(Map.of("n1", Instant.parse("2026-11-26T10:15:31Z")), before.nameDelayedUntil());
            assertNull(before.delayedUntil());

            index.given(delayed(2, "2026-11-26T10:15:32Z", ", \"delayedUntil\": \"2026-11-26T10:15:40Z\""));
            SourceEntry after = index.source("203.0.113.7");
            assertEquals(Map.of(), after.nameDelayedUntil());
            assertEquals(Instant.parse("2026-11-26T10:15:40Z"), after.delayedUntil());
        }
    }
}

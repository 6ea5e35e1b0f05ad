package dev.foyer.gateway.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

    private static final String TITLE = "The accounts file x (FOYER_ACCOUNTS_FILE)";
    private static final String HASH = Gateway.hash("correct horse");
    private static final String HERE = "203.0.113.7";
    private static final char[] RIGHT = "correct horse".toCharArray();

    private static Accounts of(String role, String hash) {
        return Accounts.read("""
            {"accounts": [{"name": "admin@fabrikam", "tenant": "fabrikam.com", "roles": ["%s"],
              "userId": "u-9", "passwordHash": "%s"}]}""".formatted(role, hash), TITLE);
    }

    private final AtomicReference<Accounts> inForce = new AtomicReference<>(of("conferencing-admin", HASH));
    private Instant now = Instant.parse("2026-11-26T10:15:30Z");
    private final Passwords passwords = new Passwords(inForce::get, () -> now);

    @Test
    void nameAndPasswordSignIn() {
        Account account = passwords
                .check("admin@fabrikam", RIGHT, HERE, false)
                .orElseThrow()
                .account();
        assertEquals(new Account("admin@fabrikam", "fabrikam.com", Set.of("conferencing-admin"), "u-9"), account);
    }

    @Test
    void aWrongNameOrPasswordDoesNot() {
        assertTrue(passwords
                .check("admin@fabrikam", "wrong".toCharArray(), HERE, false)
                .isEmpty());
        assertTrue(passwords.check("nobody", RIGHT, HERE, false).isEmpty());
        assertTrue(passwords.check("nobody", new char[0], HERE, false).isEmpty());
        assertTrue(passwords
                .remembered("admin@fabrikam", "wrong".toCharArray(), HERE)
                .isEmpty());
    }

    @Test
    void aRightPasswordIsRememberedUntilTheAccountChanges() {
        assertTrue(passwords.remembered("admin@fabrikam", RIGHT, HERE).isEmpty());
        passwords.check("admin@fabrikam", RIGHT, HERE, false);
        assertTrue(passwords.remembered("admin@fabrikam", RIGHT, HERE).isPresent());
        assertTrue(passwords.remembered("admin@fabrikam", RIGHT, "198.51.100.4").isEmpty());

        inForce.set(of("auditor", HASH));
        assertTrue(passwords.remembered("admin@fabrikam", RIGHT, HERE).isEmpty());
        assertEquals(
                Set.of("auditor"),
                passwords
                        .check("admin@fabrikam", RIGHT, HERE, false)
                        .orElseThrow()
                        .account()
                        .roles());

        inForce.set(of("auditor", Gateway.hash("another one")));
        assertTrue(passwords.remembered("admin@fabrikam", RIGHT, HERE).isEmpty());
        assertTrue(passwords.check("admin@fabrikam", RIGHT, HERE, false).isEmpty());
    }

    @Test
    @Tag("case-S7")
    void whoGoesOnUsingARightPasswordNeverHasToGuess() {
        passwords.check("admin@fabrikam", RIGHT, HERE, false);
        for (int minute = 1; minute < 60; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            assertTrue(passwords.wasRight("admin@fabrikam", RIGHT, HERE), "minute " + minute);
            assertEquals(
                    minute < 5,
                    passwords.remembered("admin@fabrikam", RIGHT, HERE).isPresent(),
                    "it is compared again after 5 minutes, however much it is used");
        }
        assertFalse(passwords.wasRight("admin@fabrikam", "wrong".toCharArray(), HERE));
        assertFalse(passwords.wasRight("admin@fabrikam", RIGHT, "198.51.100.4"));
        now = now.plus(Duration.ofMinutes(15));
        assertFalse(passwords.wasRight("admin@fabrikam", RIGHT, HERE), "15 minutes without use");

        passwords.check("admin@fabrikam", RIGHT, HERE, false);
        inForce.set(of("auditor", HASH));
        assertFalse(passwords.wasRight("admin@fabrikam", RIGHT, HERE));
    }

    @Test
    void theFingerprintChangesWithPasswordAndRolesAndWithNothingElse() {
        String before = fingerprint(of("conferencing-admin", HASH));
        assertEquals(before, fingerprint(of("conferencing-admin", HASH)));
        assertNotEquals(before, fingerprint(of("auditor", HASH)));
        assertNotEquals(before, fingerprint(of("conferencing-admin", Gateway.hash("correct horse"))));
    }

    @Test
    void nobodysHashIsOneThatIsCompared() {
        assertTrue(PasswordHash.isUsable(PasswordHash.OF_NOBODY));
        assertFalse(PasswordHash.matches(RIGHT, PasswordHash.OF_NOBODY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json with the password correct horse",
                "{}",
                "null",
                "{\"accounts\": []}",
                "{\"accounts\": [null]}",
                "{\"accounts\": [{\"name\": \"a:b\", \"tenant\": \"t\", \"roles\": [\"r\"], \"passwordHash\": \"$\"}]}",
                "{\"accounts\": [{\"name\": \"a\", \"tenant\": \"\", \"roles\": [\"r\"], \"passwordHash\": \"$\"}]}",
                "{\"accounts\": [{\"name\": \"a\", \"tenant\": \"t\", \"roles\": [], \"passwordHash\": \"$\"}]}",
                "{\"accounts\": [{\"name\": \"a\", \"tenant\": \"t\", \"roles\": [\"r\"], \"password\": \"correct horse\"}]}",
                "{\"accounts\": [{\"name\": \"a\", \"tenant\": \"t\", \"roles\": [\"r\"], \"passwordHash\": \"correct horse\"}]}",
                "{\"accounts\": [{\"name\": \"a\", \"tenant\": \"t\", \"roles\": [\"r\"]}]}"
            })
    void aFileThatCannotBeUsedIsOneSentenceWithoutAnyPassword(String json) {
        String why = assertThrows(
                        IllegalStateException.class, () -> Accounts.read(json.replace("\"$\"", quoted()), TITLE))
                .getMessage();
        assertTrue(why.startsWith(TITLE), why);
        assertFalse(why.contains("correct horse"), why);
        assertFalse(why.contains("\n"), why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=1024,t=1,p=1$Zm95ZXItbm9ib2R5LTAwMQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=4194304,t=1,p=1$Zm95ZXItbm9ib2R5LTAwMQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=7168,t=5,p=64$Zm95ZXItbm9ib2R5LTAwMQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2d$v=19$m=7168,t=5,p=1$Zm95ZXItbm9ib2R5LTAwMQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
                "5f4dcc3b5aa765d61d8327deb882cf99"
            })
    void aHashThatIsWeakOrWouldFillTheMemoryIsRefused(String hash) {
        assertThrows(IllegalStateException.class, () -> of("conferencing-admin", hash));
    }

    @Test
    void twoOfOneName() {
        String line = "{\"name\": \"a\", \"tenant\": \"t\", \"roles\": [\"r\"], \"passwordHash\": " + quoted() + "}";
        String twice = "{\"accounts\": [" + line + ", " + line + "]}";
        String why = assertThrows(IllegalStateException.class, () -> Accounts.read(twice, TITLE))
                .getMessage();
        assertTrue(why.endsWith("names a twice."), why);
    }

    private static String fingerprint(Accounts accounts) {
        return accounts.named("admin@fabrikam").orElseThrow().fingerprint();
    }

    private static String quoted() {
        return "\"" + HASH + "\"";
    }
}

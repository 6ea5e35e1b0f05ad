package dev.foyer.gateway.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

    private static final String GOOD = """
            {"accounts": [{"name": "admin@fabrikam", "tenant": "fabrikam.com", "roles": ["conferencing-admin"],
              "userId": "u-9", "password": "correct horse"}]}""";

    @TempDir
    Path folder;

    private Accounts read(String json) throws IOException {
        return Accounts.read(Files.writeString(folder.resolve("accounts.json"), json));
    }

    @Test
    void nameAndPasswordSignIn() throws IOException {
        Account account = read(GOOD)
                .signIn("admin@fabrikam", "correct horse".toCharArray())
                .orElseThrow();
        assertEquals(new Account("admin@fabrikam", "fabrikam.com", Set.of("conferencing-admin"), "u-9"), account);
    }

    @Test
    void aWrongNameOrPasswordDoesNot() throws IOException {
        Accounts accounts = read(GOOD);
        assertTrue(accounts.signIn("admin@fabrikam", "wrong".toCharArray()).isEmpty());
        assertTrue(accounts.signIn("nobody", "correct horse".toCharArray()).isEmpty());
        assertTrue(accounts.signIn("nobody", new char[0]).isEmpty());
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
                "{\"accounts\": [{\"name\": \"a:b\", \"tenant\": \"t\", \"roles\": [\"r\"], \"password\": \"12345678\"}]}",
                "{\"accounts\": [{\"name\": \"a\", \"tenant\": \"\", \"roles\": [\"r\"], \"password\": \"12345678\"}]}",
                "{\"accounts\": [{\"name\": \"a\", \"tenant\": \"t\", \"roles\": [], \"password\": \"12345678\"}]}",
                "{\"accounts\": [{\"name\": \"a\", \"tenant\": \"t\", \"roles\": [\"r\"], \"password\": \"short\"}]}",
                "{\"accounts\": [{\"name\": \"a\", \"tenant\": \"t\", \"roles\": [\"r\"]}]}"
            })
    void aFileThatCannotBeUsedIsOneSentenceWithoutAnyPassword(String json) {
        String why = assertThrows(AccountsFile.Unusable.class, () -> read(json)).getMessage();
        assertTrue(why.contains("FOYER_ACCOUNTS_FILE"), why);
        assertFalse(why.contains("correct horse"), why);
        assertFalse(why.contains("\n"), why);
    }

    @Test
    void twoOfOneName() {
        String line = "{\"name\": \"a\", \"tenant\": \"t\", \"roles\": [\"r\"], \"password\": \"12345678\"}";
        assertThrows(AccountsFile.Unusable.class, () -> read("{\"accounts\": [" + line + ", " + line + "]}"));
    }

    @Test
    void noFile() {
        assertThrows(AccountsFile.Unusable.class, () -> Accounts.read(folder.resolve("none")));
    }
}

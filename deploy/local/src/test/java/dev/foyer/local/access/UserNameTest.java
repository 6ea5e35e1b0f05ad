package dev.foyer.local.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"contoso.com", "contoso.com.au", "xn--bcher-kva.example", "a.new"})
    void tenantsAreDomains(String name) {
        assertTrue(UserName.isTenant(name));
        assertFalse(UserName.isOperator(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "../x.y", "contoso", "Contoso.com", "contoso.com.", "a..b", "a_b.c", "a.b/c"})
    void othersAreNot(String name) {
        assertFalse(UserName.isTenant(name));
    }

    @Test
    void nobodyIsCalledAsTheBroker() {
        assertTrue(UserName.isOperator("mira"));
        assertFalse(UserName.isOperator("foyer-broker"));
        assertFalse(UserName.isOperator("../mira"));
    }
}

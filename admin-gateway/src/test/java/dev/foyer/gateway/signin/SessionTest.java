package dev.foyer.gateway.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {

    private static final Instant BEGAN = Instant.parse("2026-11-26T08:00:00Z");
    private static final Duration LIFE = Duration.ofHours(8);
    private static final Duration IDLE = Duration.ofMinutes(30);

    private static Session seen(Duration later) {
        return new Session("id", "admin", null, "print", 0, BEGAN, BEGAN.plus(later));
    }

    @Test
    @Tag("case-S6")
    void itEndsWhenNobodyUsesIt() {
        Session session = seen(Duration.ofHours(1));
        assertFalse(session.isOver(BEGAN.plus(Duration.ofMinutes(89)), LIFE, IDLE));
        assertTrue(session.isOver(BEGAN.plus(Duration.ofMinutes(90)), LIFE, IDLE));
    }

    @Test
    @Tag("case-S6")
    void itEndsAfterItsLifeHoweverMuchItIsUsed() {
        Session session = seen(LIFE.minusSeconds(1));
        assertFalse(session.isOver(BEGAN.plus(LIFE).minusSeconds(1), LIFE, IDLE));
        assertTrue(session.isOver(BEGAN.plus(LIFE), LIFE, IDLE));
        assertEquals(BEGAN, session.seenAt(BEGAN.plus(LIFE)).began());
    }

    @Test
    void itPrintsNothingOfItself() {
        assertEquals("Session[admin]", seen(Duration.ZERO).toString());
    }

    @ParameterizedTest
    @Tag("case-S7")
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::7, 2001:db8:1:2:0:0:0:0/64",
        "fe80:0:0:0:1%eth0, 0.0.0.0",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "evil.example, 0.0.0.0",
        "_hidden, 0.0.0.0"
    })
    void anAddressIsCountedOnceInWhateverFormItComes(String given, String counted) {
        assertEquals(counted, ClientAddress.normal(given));
    }
}

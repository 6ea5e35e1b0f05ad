package dev.foyer.eventsourcing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.events.InboundId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundIdTest {

    private static final InboundId SEVENTH = new InboundId("a1", "in.contoso.com.directory-2", 7, 1_000);

    @Test
    void isACommandIdThatCanBeReadAgain() {
        assertEquals("a1~in.contoso.com.directory-2~7~1000", SEVENTH.toString());
        assertEquals(Optional.of(SEVENTH), InboundId.parse(SEVENTH.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "a~b",
                "a~b~1",
                "a~b~1~x",
                "a1~t-2~7~1000/release",
                "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"
            })
    void anyOtherCommandIdIsNone(String other) {
        assertEquals(Optional.empty(), InboundId.parse(other));
    }

    @Test
    void isPassedByWhatLiesBehindItInTheSameStream() {
        assertTrue(SEVENTH.isPassedBy(new InboundId("b", SEVENTH.stream(), 8, 1_000)));
        assertFalse(SEVENTH.isPassedBy(new InboundId("b", SEVENTH.stream(), 6, 900)));
        assertFalse(SEVENTH.isPassedBy(new InboundId("b", "in.contoso.com.directory-1", 8, 2_000)));
    }

    @Test
    void aStreamThatWasDeletedAndMadeAgainIsNotPassedByItsOldRecords() {
        InboundId afterwards = new InboundId("c", SEVENTH.stream(), 0, 5_000);
        assertFalse(afterwards.isPassedBy(SEVENTH));
    }
}

package dev.foyer.pin.domain.username;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.pin.domain.username.NameAnswer.Done;
import dev.foyer.pin.domain.username.NameCommand.ReleaseName;
import dev.foyer.pin.domain.username.NameCommand.ReserveName;
import dev.foyer.pin.domain.username.NameEvent.NameReleased;
import dev.foyer.pin.domain.username.NameEvent.NameReserved;
import dev.foyer.pin.domain.username.NameRefusal.NameTaken;
import dev.foyer.pin.domain.username.ReservedName.Free;
import dev.foyer.pin.domain.username.ReservedName.Held;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G5")
class NameDeciderTest {

    private static final String ONE = "contoso.com/u-1";
    private static final ReservedName HELD = new Held(ONE, 3);

    private final NameDecider decider = new NameDecider();

    @Test
    void aFreeNameIsReservedForWhoeverAsksFirst() {
        assertEquals(accept(new NameReserved(ONE, 0)), decider.decide(new Free(), new ReserveName(ONE, 0), null));
        assertEquals(
                Decision.refuse(new NameTaken(ONE, 3)),
                decider.decide(HELD, new ReserveName("contoso.com/u-2", 9), null));
    }

    @Test
    void theEpochOfAReservationOnlyRises() {
        assertEquals(accept(), decider.decide(HELD, new ReserveName(ONE, 3), null));
        assertEquals(accept(), decider.decide(HELD, new ReserveName(ONE, 2), null));
        assertEquals(accept(new NameReserved(ONE, 4)), decider.decide(HELD, new ReserveName(ONE, 4), null));
        assertThrows(ImpossibleEvent.class, () -> decider.evolve(HELD, new NameReserved(ONE, 3)));
    }

    @Test
    void aReleaseTakesBackOnlyWhatIsOlderAndTheOwners() {
        assertEquals(accept(), decider.decide(HELD, new ReleaseName(ONE, 3), null));
        assertEquals(accept(), decider.decide(HELD, new ReleaseName("contoso.com/u-2", 9), null));
        assertEquals(accept(), decider.decide(new Free(), new ReleaseName(ONE, 9), null));
        assertEquals(accept(new NameReleased(ONE)), decider.decide(HELD, new ReleaseName(ONE, 4), null));
    }

    @Test
    void aReleasedNameIsForgottenAndComesAgain() {
        ReservedName released = decider.evolve(HELD, new NameReleased(ONE));
        assertEquals(decider.initial(), released);
        assertTrue(decider.isOver(released));
        assertEquals(new Held("contoso.com/u-2", 0), decider.evolve(released, new NameReserved("contoso.com/u-2", 0)));
        assertThrows(ImpossibleEvent.class, () -> decider.evolve(released, new NameReleased(ONE)));
    }

    private static Decision<NameEvent, NameRefusal, NameAnswer> accept(NameEvent... events) {
        return Decision.accept(new Done(), events);
    }
}

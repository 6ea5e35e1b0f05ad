package dev.foyer.gateway.scans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.base.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G2")
class RoomsTest {

    private final Rooms rooms = new Rooms(Duration.ofMillis(20));

    @Test
    void whoIsAloneInARoomKeepsNobodyOutOfAnother() {
        List<Rooms.Place> places = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            places.add(rooms.enter("tenant-" + i % 3 + "/number." + i, true));
        }
        places.forEach(Rooms.Place::leave);
    }

    @Test
    void withoutRoomItIsSaidSoAndNothingElse() {
        Rooms.Place alone = rooms.enter("contoso.com/number.1", true);
        var busy = assertThrows(Problem.ProblemException.class, () -> rooms.enter("contoso.com/number.1", false));
        assertEquals(503, busy.problem().status());
        alone.leave();
        rooms.enter("contoso.com/number.1", false).leave();
    }

    @Test
    void whoIsNotSuspectedHasCompany() {
        List<Rooms.Place> places = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            places.add(rooms.enter("contoso.com/number.2", false));
        }
        assertThrows(Problem.ProblemException.class, () -> rooms.enter("contoso.com/number.2", true));
        places.forEach(Rooms.Place::leave);
        rooms.enter("contoso.com/number.2", true).leave();
    }
}

package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.local.home.Repository;
import dev.foyer.local.process.Component;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each service from one instance to three and back to one, which is another than the first, under load: nobody's request fails. */
@Tag("long")
@Tag("F")
class ScalingIT {

    private static final Repository NOW = Repository.find();
    private static final int ROUNDS = 12;

    @Test
    void fromOneToThreeToOneUnderLoad() throws Exception {
        try (Fleet fleet = Fleet.start(NOW)) {
            RollingLoad load = new RollingLoad(fleet);
            try (load) {
                load.start();
                for (Component service : Component.services()) {
                    fleet.add(service, NOW);
                    fleet.add(service, NOW);
                    load.awaitRounds(ROUNDS);
                    System.out.println("Three of " + service + ": " + load.summary());
                    fleet.removeOldest(service);
                    fleet.removeOldest(service);
                    load.awaitRounds(ROUNDS);
                    System.out.println("One of " + service + ": " + load.summary());
                }
            }
            // Only now: what is answered after a journal was read would be missed there.
            assertEquals(List.of(), load.failures());
            RollingChecks.nothingIsLostOrDoneTwice(fleet, load.answered());
        }
    }
}

package dev.foyer.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.process.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the images of the version before ({@code ./foyer images --tag previous} where that one is checked out; {@code -Dimages.before} is
 * another tag) to those of this one, service by service, while people use it. Skipped where no engine runs, or those images are not.
 */
@Tag("long")
@Tag("F")
class RollingImagesIT {

    private static final String BEFORE = System.getProperty("images.before", "previous");
    private static final int ROUNDS = 10;

    @TempDir
    Path folder;

    @BeforeAll
    static void canRun() {
        ContainerFoyer.missing().ifPresent(Assumptions::abort);
        ContainerFoyer.missingServices(BEFORE)
                .ifPresent(
                        image -> Assumptions.abort("There is no image " + image + " to come from; ./foyer images --tag "
                                + BEFORE + " makes it where the version before is checked out."));
    }

    @Test
    void nobodyNoticesThatImagesAreReplaced() throws Exception {
        try (RollingFoyer foyer = RollingFoyer.start(folder, BEFORE);
                SmallLoad load = new SmallLoad(foyer)) {
            load.start(ROUNDS);
            for (Component service : Component.services()) {
                roll(foyer, load, service);
            }
            assertEquals(List.of(), load.failures());
            assertEquals(
                    Component.services().stream()
                            .map(service -> "foyer/" + service.title() + ":" + ContainerFoyer.TAG)
                            .sorted()
                            .toList(),
                    foyer.images().stream().sorted().toList());
            assertTrue(load.requests() > ROUNDS * Component.services().size());
        }
    }

    private static void roll(RollingFoyer foyer, SmallLoad load, Component service) throws IOException {
        foyer.roll(service, ContainerFoyer.TAG);
        load.awaitRounds(ROUNDS);
        System.out.println(service + " is of this version: " + load.summary());
    }
}

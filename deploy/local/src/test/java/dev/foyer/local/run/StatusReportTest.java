package dev.foyer.local.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.broker.BrokerProcess;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusReportTest {

    private final List<String> lines = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void whatAKilledLauncherHasLeftIsShown() {
        try (BrokerProcess broker = BrokerProcess.start(folder)) {
            assertFalse(new StatusReport(broker.home(), broker.ports(), lines::add).say());
            String pid = "pid " + broker.child().pid();
            assertTrue(lines.getFirst().matches("broker +ready +port \\d+ +" + pid), lines.toString());
            assertTrue(lines.get(1).matches("smtp-sink +down +port \\d+"), lines.toString());
            assertTrue(lines.getLast().startsWith("Nobody looks after these"), lines.toString());
        }
    }

    @Test
    void nothingRuns() {
        Home home = new Home(folder);
        home.create();
        assertFalse(new StatusReport(home, Ports.free(), lines::add).say());
        assertTrue(lines.getFirst().startsWith("Foyer does not run from"), lines.toString());
    }
}

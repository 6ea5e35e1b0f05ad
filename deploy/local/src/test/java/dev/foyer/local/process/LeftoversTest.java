package dev.foyer.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.broker.BrokerProcess;
import dev.foyer.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    Path folder;

    @Test
    void childOfKilledSupervisorIsFoundAndStopped() {
        BrokerProcess broker = BrokerProcess.start(folder);
        Home home = new Home(folder);

        assertEquals(List.of("broker"), Leftovers.stop(home));

        assertFalse(broker.child().isAlive());
        assertEquals(Optional.empty(), ProcessRecord.read(home, "broker"));
        assertEquals(List.of(), Leftovers.stop(home));
    }

    @Test
    void aChildWithoutARecordIsFoundToo() throws IOException {
        BrokerProcess broker = BrokerProcess.start(folder);
        Home home = new Home(folder);
        Files.writeString(home.run().resolve("broker.json"), "{\"name\": \"bro");

        assertEquals(Set.of(Component.BROKER), Leftovers.of(home).keySet());
        assertEquals(List.of("broker"), Leftovers.stop(home));

        assertFalse(broker.child().isAlive());
    }

    @Test
    void processThatOnlyHasThePidIsLeftAlone() {
        Home home = new Home(folder);
        home.create();
        ProcessHandle self = ProcessHandle.current();
        ProcessRecord.of(home, "broker", self).write(home);
        long start = self.info().startInstant().orElseThrow().toEpochMilli();
        new ProcessRecord("smtp-sink", self.pid(), start - 60_000, List.of()).write(home);

        assertEquals(List.of(), Leftovers.stop(home));
        assertTrue(self.isAlive());
    }

    @Test
    void thisProcessRecognisesItself() {
        assertEquals(
                Optional.of(ProcessHandle.current()),
                ProcessRecord.ofThisProcess("supervisor").alive());
    }
}

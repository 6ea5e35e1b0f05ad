package dev.foyer.eventsourcing.internal.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.StageListener.Stages;
import dev.foyer.eventsourcing.internal.runtime.SimulatedLog.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class StagesTest {

    private record Told(String type, String commandId, Stages stages) {}

    private final List<Told> told = new ArrayList<>();
    private final SimulatedLog log = new SimulatedLog();
    private final Partition partition = new Partition(
            RuntimeSettings.of(Map.of(), "tally", Tally.JOURNAL, 1, "http://127.0.0.1:0")
                    .withStages((type, meta, stages) -> told.add(new Told(type, meta.commandId(), stages))),
            0,
            Map.of(Tally.TYPE.name(), Tally.TYPE));
    private final PartitionWriter writer = writer();

    private PartitionWriter writer() {
        SimulatedLog.Handle handle = log.new Handle();
        var opened = new PartitionWriter(
                partition, handle, handle::holds, partition.empty(), new PartitionMetrics(partition));
        opened.open(() -> false);
        return opened;
    }

    @Test
    void theStagesOfEachCommandAreToldOnce() {
        writer.work(List.of(add("a"), add("b")));
        writer.work(List.of());
        assertEquals(List.of("a", "b"), told.stream().map(Told::commandId).toList());
        Told first = told.getFirst();
        assertEquals(Tally.TYPE.name(), first.type());
        for (Duration each : List.of(
                first.stages().waited(),
                first.stages().decided(),
                first.stages().committed())) {
            assertFalse(each.isNegative());
        }
        assertTrue(first.stages().committed().compareTo(Duration.ZERO) > 0);
    }

    @Test
    void whatIsInDoubtIsToldWhenItIsAnswered() {
        log.next(Fate.LOST_UNKNOWN);
        try {
            writer.work(List.of(add("a")));
        } catch (TimeoutException e) {
            assertEquals(List.of(), told);
        }
        writer.open(() -> false);
        assertEquals(List.of("a"), told.stream().map(Told::commandId).toList());
    }

    private static PendingRequest add(String commandId) {
        return new PendingRequest.Write<>(
                Tally.TYPE,
                "t",
                new Tally.Command.Add(1),
                new CommandMeta(commandId, commandId, Actor.service("test")));
    }
}

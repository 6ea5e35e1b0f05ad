package dev.foyer.eventsourcing.internal.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.internal.runtime.SimulatedLog.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a commit listener, such as a mail worker, hears of states that another owner made. */
class RecoveryListenerTest {

    private final List<String> recovered = new ArrayList<>();
    private final SimulatedLog log = new SimulatedLog();
    private final Partition partition = new Partition(
            RuntimeSettings.of(Map.of(), "tally", Tally.JOURNAL, 1, "http://127.0.0.1:0"),
            0,
            Map.of(Tally.TYPE.name(), Tally.type(new Listening())));

    @Test
    void whoGetsAPartitionBackHearsOfEverythingAgain() {
        PartitionWriter first = writer(partition.empty());
        add(first, "a");
        add(first, "b");
        PartitionState kept = first.release();
        PartitionWriter between = writer(log.load(partition));
        add(between, "b");
        recovered.clear();
        writer(kept);
        assertEquals(List.of("a", "b"), recovered.stream().sorted().toList());
    }

    @Test
    void afterADoubtItHearsOfWhatTheLogHas() {
        PartitionWriter owner = writer(partition.empty());
        add(owner, "a");
        recovered.clear();
        log.next(Fate.WRITTEN_UNKNOWN);
        Assertions.assertThrows(TimeoutException.class, () -> add(owner, "b"));
        owner.open(() -> false);
        assertEquals(List.of("b"), recovered);
    }

    private PartitionWriter writer(PartitionState state) {
        PartitionWriter writer =
                new PartitionWriter(partition, log.new Handle(), () -> true, state, new PartitionMetrics(partition));
        writer.open(() -> false);
        return writer;
    }

    private void add(PartitionWriter writer, String id) {
        String command = "c-" + System.nanoTime();
        writer.work(List.of(new PendingRequest.Write<>(
                Tally.TYPE, id, new Tally.Command.Add(1), new CommandMeta(command, command, Actor.service("test")))));
    }

    private final class Listening implements CommitListener<Tally.Counted, Tally.Event> {
        @Override
        public void committed(String aggregateId, Tally.Counted state, List<Tally.Event> events) {}

        @Override
        public void recovered(String aggregateId, Tally.Counted state) {
            recovered.add(aggregateId);
        }
    }
}

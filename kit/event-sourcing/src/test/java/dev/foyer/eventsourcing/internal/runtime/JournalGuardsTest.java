package dev.foyer.eventsourcing.internal.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.internal.runtime.SimulatedLog.Fate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** What must not get into a journal, or out of it unnoticed. */
class JournalGuardsTest {

    private final SimulatedLog log = new SimulatedLog();
    private final Partition partition = new Partition(
            RuntimeSettings.of(Map.of(), "tally", Tally.JOURNAL, 1, "http://127.0.0.1:0"),
            0,
            Map.of(Tally.TYPE.name(), Tally.TYPE));
    private final PartitionWriter owner = new PartitionWriter(
            partition, log.new Handle(), () -> true, partition.empty(), new PartitionMetrics(partition));

    @Test
    void gapInTheEventsOfAnAggregateBreaksTheJournalLoudly() {
        owner.open(() -> false);
        ask(new Tally.Command.Add(1), "c1");
        ask(new Tally.Command.Add(1), "c2");
        log.journal.removeFirst();
        PartitionState rebuilt = partition.empty();
        assertThrows(BrokenJournal.class, () -> log.replay(rebuilt));
    }

    @Test
    void timerWhoseCommitIsInDoubtRingsOnceAndUnderAnIdThatEveryOwnerWouldGive() {
        owner.open(() -> false);
        ask(new Tally.Command.SetAlarm(1), "c1");
        log.next(Fate.WRITTEN_UNKNOWN);
        assertThrows(TimeoutException.class, () -> owner.work(List.of()));
        owner.open(() -> false);
        owner.work(List.of());
        List<String> commands = log.journal.stream()
                .map(record -> new String(record.headers().lastHeader("cmd").value()))
                .toList();
        assertEquals(List.of("c1", "timer-tally:a-1"), commands);
    }

    private void ask(Tally.Command command, String id) {
        owner.work(List.of(
                new PendingRequest.Write<>(Tally.TYPE, "a", command, new CommandMeta(id, id, Actor.service("test")))));
    }
}

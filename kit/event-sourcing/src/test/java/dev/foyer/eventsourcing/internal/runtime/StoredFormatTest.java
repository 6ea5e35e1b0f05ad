package dev.foyer.eventsourcing.internal.runtime;

import static dev.foyer.testing.Patience.answer;
import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.StoredFormat;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every record says in which form it is and who wrote it; a program reads its own form and all before, and nothing behind. */
class StoredFormatTest {

    @RegisterExtension
    static final TallyBroker TALLY = new TallyBroker();

    private static final String SENTENCE =
            "tally.journal holds what version 0.3.0 wrote in format 3, and this is version"
                    + " 0.2.0, which reads formats up to 2: start version 0.3.0 or a later one";

    private final SimulatedLog log = new SimulatedLog();

    @Test
    void recordsOfJournalAndSnapshotsCarryTheirFormatAndWriter() {
        write(partition(2, "0.2.0"), 20);
        assertTrue(log.journal.size() >= 20);
        log.journal.forEach(record -> assertEquals("2 0.2.0", format(record.headers())));
        assertTrue(log.snapshots().size() > 1);
        log.snapshots().forEach(record -> assertEquals("2 0.2.0", format(record.headers())));
    }

    @Test
    void whatHasNoFormatIsOfTheFirst() {
        write(partition(2, "0.2.0"), 3);
        log.journal.forEach(record -> record.headers().remove(JournalHeader.FORMAT.text));
        PartitionState rebuilt = partition(1, "0.1.0").empty();
        log.replay(rebuilt);
        assertEquals(3, rebuilt.get(Tally.TYPE.key("a")).sequence());
    }

    @Test
    void earlierFormatsAreRead() {
        write(partition(2, "0.2.0"), 3);
        PartitionState rebuilt = partition(7, "0.9.0").empty();
        log.replay(rebuilt);
        assertEquals(3, rebuilt.get(Tally.TYPE.key("a")).sequence());
    }

    @Test
    void aLaterJournalIsNotRead() {
        write(partition(3, "0.3.0"), 3);
        PartitionState rebuilt = partition(2, "0.2.0").empty();
        assertEquals(
                SENTENCE,
                assertThrows(NewerFormat.class, () -> log.replay(rebuilt)).getMessage());
    }

    @Test
    void neitherAreLaterSnapshots() {
        write(partition(3, "0.3.0"), 20);
        Partition old = partition(2, "0.2.0");
        assertThrows(NewerFormat.class, () -> log.load(old));
    }

    @Test
    void anOldProgramOnALaterJournalStopsWithOneSentence() throws Exception {
        try (AggregateRuntime later = start(3, "0.3.0", new ArrayList<>())) {
            await().until(later::ready);
            answer(later.submit(Tally.TYPE, "a", new Tally.Command.Add(1), meta("c1"))
                    .toCompletableFuture());
        }
        List<String> said = new CopyOnWriteArrayList<>();
        try (AggregateRuntime earlier = start(2, "0.2.0", said)) {
            await().until(() -> !said.isEmpty() && !earlier.alive());
            assertEquals(List.of(SENTENCE + "."), said);
        }
    }

    private static AggregateRuntime start(int format, String version, List<String> said) {
        RuntimeSettings settings = RuntimeSettings.of(
                        TALLY.broker().connection(), "tally", Tally.JOURNAL, 3, "http://127.0.0.1:0")
                .withStored(new Stored(new StoredFormat(format, version), said::add));
        return new AggregateRuntime(settings, List.of(Tally.TYPE));
    }

    private static Partition partition(int format, String version) {
        return new Partition(
                RuntimeSettings.of(Map.of(), "tally", Tally.JOURNAL, 1, "http://127.0.0.1:0")
                        .withRecovery(Optional.of(new Snapshots(Tally.SNAPSHOTS, 5, Duration.ofDays(1))), false)
                        .withStored(new Stored(new StoredFormat(format, version), sentence -> {})),
                0,
                Map.of(Tally.TYPE.name(), Tally.TYPE));
    }

    private void write(Partition partition, int events) {
        SimulatedLog.Handle handle = log.new Handle();
        var writer = new PartitionWriter(
                partition, handle, handle::holds, partition.empty(), new PartitionMetrics(partition));
        writer.open(() -> false);
        for (int i = 0; i < events; i++) {
            writer.work(List.of(new PendingRequest.Write<>(Tally.TYPE, "a", new Tally.Command.Add(1), meta("c" + i))));
        }
        while (writer.idleMillis() < Long.MAX_VALUE) {
            writer.work(List.of()); // the rest of the snapshots
        }
    }

    private static CommandMeta meta(String id) {
        return new CommandMeta(id, id, Actor.service("test"));
    }

    private static String format(Headers headers) {
        return new String(headers.lastHeader("fmt").value());
    }
}

package dev.foyer.eventsourcing.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What time it is for an aggregate: never before its last event, whoever reads it, however the clock is set. */
@Tag("case-L3")
class AggregateTimeTest {

    private static final long HALF_AN_HOUR = Duration.ofMinutes(30).toMillis();

    private final SetClock clock = new SetClock();
    private final long began = clock.millis();
    private final List<Instant> seen = new ArrayList<>();
    private final SimulatedLog log = new SimulatedLog();
    private final AggregateType<Tally.Counted, Tally.Command, Tally.Event, Tally.Refusal, Tally.Answer, Instant> type =
            new AggregateType<>(
                    Tally.TYPE.name(),
                    Tally.TYPE.decider(),
                    Tally.TYPE.events(),
                    Tally.TYPE.answers(),
                    (id, meta, now) -> {
                        seen.add(now);
                        return now;
                    },
                    Tally.TYPE.publisher(),
                    Tally.TYPE.commitListener(),
                    Tally.TYPE.timers(),
                    Tally.TYPE.wire());
    private final Partition partition = new Partition(
            RuntimeSettings.of(Map.of(), "tally", Tally.JOURNAL, 1, "http://127.0.0.1:0")
                    .withRecovery(Optional.of(new Snapshots(Tally.SNAPSHOTS, 1, Duration.ofDays(1))), false)
                    .withClock(clock),
            0,
            Map.of(type.name(), type));
    private PartitionWriter owner = owner(partition.empty());
    private int commands;

    @Test
    void itStandsStillAfterTheClockWasSetBack() {
        clock.to(began + HALF_AN_HOUR);
        add("a");
        clock.to(began);
        add("a");
        assertEquals(at(HALF_AN_HOUR), seen.getLast());
        clock.to(began + HALF_AN_HOUR + 1);
        add("a");
        assertEquals(at(HALF_AN_HOUR + 1), seen.getLast(), "and goes on when the clock has passed it");
    }

    @Test
    void othersAreNotHeldUp() {
        clock.to(began + HALF_AN_HOUR);
        add("a");
        clock.to(began);
        add("b");
        assertEquals(at(0), seen.getLast());
    }

    @Test
    void whoReadsTheJournalKnowsIt() {
        aheadThenBack();
        PartitionState rebuilt = partition.empty();
        log.replay(rebuilt);
        assertEquals(at(HALF_AN_HOUR), rebuilt.of(type, type.key("a")).time(clock.instant()));
        owner = owner(rebuilt);
        add("a");
        assertEquals(at(HALF_AN_HOUR), seen.getLast());
    }

    @Test
    void whoReadsTheSnapshotsKnowsIt() {
        aheadThenBack();
        long waited = System.nanoTime();
        while (log.load(partition).position() == 0 && System.nanoTime() - waited < 5_000_000_000L) {
            owner.work(List.of()); // the round of snapshots
        }
        PartitionState loaded = log.load(partition);
        assertEquals(at(HALF_AN_HOUR), loaded.of(type, type.key("a")).time(clock.instant()));
    }

    /** A broker refuses what is an hour ahead of its own clock, and all of its batch with it. */
    @Test
    void theRecordsOwnTimeIsTheClocks() {
        aheadThenBack();
        ConsumerRecord<byte[], byte[]> ahead = log.journal.getFirst();
        assertEquals(began + HALF_AN_HOUR, ahead.timestamp());
        assertNull(ahead.headers().lastHeader("time"), "only what differs is written");
        ConsumerRecord<byte[], byte[]> back = log.journal.getLast();
        assertEquals(began, back.timestamp());
        Header time = back.headers().lastHeader("time");
        assertEquals(Long.toString(began + HALF_AN_HOUR), new String(time.value(), UTF_8));
    }

    /** As journals before 0.3 have them: a time that runs backwards, and nothing said of it. */
    @Test
    void anOldJournalCountsByItsLatestTime() {
        clock.to(began + HALF_AN_HOUR);
        add("a");
        clock.to(began);
        add("a");
        log.journal.forEach(record -> record.headers().remove("time"));
        PartitionState rebuilt = partition.empty();
        log.replay(rebuilt);
        assertEquals(at(HALF_AN_HOUR), rebuilt.of(type, type.key("a")).time(clock.instant()));
    }

    private void aheadThenBack() {
        clock.to(began + HALF_AN_HOUR);
        add("a");
        clock.to(began);
        add("a");
    }

    private Instant at(long millis) {
        return Instant.ofEpochMilli(began + millis);
    }

    private PartitionWriter owner(PartitionState state) {
        var next = new PartitionWriter(partition, log.new Handle(), () -> true, state, new PartitionMetrics(partition));
        next.open(() -> false);
        return next;
    }

    private void add(String id) {
        String command = "c" + commands++;
        owner.work(List.of(new PendingRequest.Write<>(
                type, id, new Tally.Command.Add(1), new CommandMeta(command, command, Actor.service("test")))));
    }
}

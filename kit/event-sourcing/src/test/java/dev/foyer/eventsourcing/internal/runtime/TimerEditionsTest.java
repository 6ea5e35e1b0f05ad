package dev.foyer.eventsourcing.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Timers;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Timers that go by more than the state: what that is may change while nothing happens to the aggregate. */
class TimerEditionsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final SetClock clock = new SetClock();
    private final long noon = clock.millis() + HOUR.toMillis();
    private final Map<String, Duration> later = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private long edition = 1;
    private final SimulatedLog log = new SimulatedLog();
    private final AggregateType<Tally.Counted, Tally.Command, Tally.Event, Tally.Refusal, Tally.Answer, Instant> type =
            new AggregateType<>(
                    Tally.TYPE.name(),
                    Tally.TYPE.decider(),
                    Tally.TYPE.events(),
                    Tally.TYPE.answers(),
                    Tally.TYPE.contexts(),
                    Tally.TYPE.publisher(),
                    Tally.TYPE.commitListener(),
                    new Snoozed(),
                    Tally.TYPE.wire());
    private final Partition partition = new Partition(
            RuntimeSettings.of(Map.of(), "tally", Tally.JOURNAL, 1, "http://127.0.0.1:0")
                    .withRecovery(Optional.of(new Snapshots(Tally.SNAPSHOTS, 1, Duration.ofDays(1))), false)
                    .withClock(clock),
            0,
            Map.of(type.name(), type));
    private PartitionWriter owner = owner(partition.empty());

    /** An alarm rings so much later as somebody has said of it. */
    private final class Snoozed implements Timers<Tally.Counted, Tally.Command> {

        @Override
        public Optional<Instant> due(Tally.Counted state) {
            return Tally.TYPE.timers().due(state);
        }

        @Override
        public Optional<Instant> due(String id, Tally.Counted state) {
            asked.add(id);
            return due(state).map(alarm -> alarm.plus(later.getOrDefault(id, Duration.ZERO)));
        }

        @Override
        public long edition() {
            return edition;
        }

        @Override
        public Tally.Command command(Tally.Counted state) {
            return Tally.TYPE.timers().command(state);
        }
    }

    @Test
    void eachAggregateIsWokenByWhatIsSaidOfIt() {
        later.put("a", HOUR);
        alarm("a");
        alarm("b");
        at(noon);
        assertEquals(List.of("b"), rang());
        at(noon + HOUR.toMillis());
        assertEquals(List.of("b", "a"), rang());
    }

    @Test
    void whatIsPutOffWhileItWaitsIsNotWokenBefore() {
        alarm("a");
        say("a", HOUR);
        at(noon);
        at(noon + HOUR.toMillis() - 1);
        assertEquals(List.of(), rang());
        at(noon + HOUR.toMillis());
        assertEquals(List.of("a"), rang());
    }

    @Test
    void whatIsBroughtForwardIsWokenAtOnce() {
        later.put("a", HOUR);
        alarm("a");
        at(noon + 1);
        assertEquals(List.of(), rang());
        say("a", Duration.ZERO);
        at(noon + 1);
        assertEquals(List.of("a"), rang());
    }

    /** A snapshot knows when it was to be woken by what was said then, and nobody has told the next owner that it is another time. */
    @Test
    void whoeverBeginsAsksAnew() {
        later.put("a", HOUR);
        alarm("a");
        later.clear();
        owner = ownerFromSnapshots();
        at(noon);
        assertEquals(List.of("a"), rang());
    }

    /** As after a start: each would be read from its snapshot, only to be asked once more a moment later. */
    @Test
    void whileNothingIsKnownNobodyIsAskedAndThenEveryoneOnce() {
        later.put("a", HOUR);
        alarm("a");
        alarm("b");
        later.clear();
        edition = 0;
        owner = ownerFromSnapshots();
        asked.clear();
        at(noon - 1);
        at(noon - 1);
        assertEquals(List.of(), asked);
        edition = 5;
        at(noon - 1);
        at(noon - 1);
        assertEquals(List.of("a", "b"), asked.stream().sorted().toList());
        at(noon);
        assertEquals(List.of("a", "b"), rang().stream().sorted().toList());
    }

    @Test
    void oneThatCannotBeAskedDoesNotLeaveTheOthersUnasked() {
        List<String> others = List.of("a", "b", "c", "d", "e", "f");
        later.put("odd", HOUR);
        alarm("odd");
        for (String id : others) {
            later.put(id, HOUR);
            alarm(id);
        }
        later.clear();
        say("odd", null);
        at(noon);
        assertEquals(others, rang().stream().sorted().toList());
    }

    /** What breaks on the way has not been looked at: the next look begins again. */
    @Test
    void anEditionIsSeenWhenAllHaveBeenAsked() {
        TimerEditions editions = new TimerEditions(new AggregateTypes(Map.of(type.name(), type)));
        assertThrows(
                IllegalStateException.class,
                () -> editions.follow(changed -> {
                    throw new IllegalStateException();
                }));
        List<AggregateType<?, ?, ?, ?, ?, ?>> followed = new ArrayList<>();
        editions.follow(followed::add);
        editions.follow(followed::add);
        assertEquals(List.of(type), followed);
        edition++;
        editions.follow(followed::add);
        assertEquals(List.of(type, type), followed);
    }

    private PartitionWriter ownerFromSnapshots() {
        long end = log.journal.size();
        long waited = System.nanoTime();
        while (log.load(partition).position() < end && System.nanoTime() - waited < 5_000_000_000L) {
            owner.work(List.of()); // the round of snapshots
        }
        assertTrue(log.load(partition).position() >= end);
        return owner(log.load(partition));
    }

    private void say(String id, Duration so) {
        later.put(id, so);
        edition++;
    }

    private void at(long millis) {
        clock.to(millis);
        owner.work(List.of());
    }

    private void alarm(String id) {
        String command = "alarm-" + id;
        owner.work(List.of(new PendingRequest.Write<>(
                type, id, new Tally.Command.SetAlarm(noon), new CommandMeta(command, command, Actor.service("test")))));
    }

    private List<String> rang() {
        return log.journal.stream()
                .filter(record -> "Rang"
                        .equals(new String(record.headers().lastHeader("type").value(), UTF_8)))
                .map(record -> type.idOf(new String(record.key(), UTF_8)))
                .toList();
    }

    private PartitionWriter owner(PartitionState state) {
        var next = new PartitionWriter(partition, log.new Handle(), () -> true, state, new PartitionMetrics(partition));
        next.open(() -> false);
        return next;
    }
}

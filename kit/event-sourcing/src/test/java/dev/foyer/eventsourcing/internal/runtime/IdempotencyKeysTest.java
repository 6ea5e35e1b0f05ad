package dev.foyer.eventsourcing.internal.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.RepeatableId;
import dev.foyer.base.Roles;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.PendingRequest.Write;
import dev.foyer.eventsourcing.internal.runtime.Tally.Command.Add;
import dev.foyer.eventsourcing.internal.runtime.Tally.Command.SetAlarm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as an owner keeps them: by time, within a limit, and through whatever becomes of the owner. */
@Tag("F")
@Tag("case-L8")
class IdempotencyKeysTest {

    private static final String KEY = RepeatableId.of("first");
    /** Of a day that does not come. */
    private static final long NOON = Instant.parse("2099-11-27T12:00:00Z").toEpochMilli();

    private static final long EVENING = Instant.parse("2099-11-27T18:00:00Z").toEpochMilli();

    private final SetClock clock = new SetClock();
    private final SimulatedLog log = new SimulatedLog();
    private final Partition partition = new Partition(
            RuntimeSettings.of(Map.of(), "tally", Tally.JOURNAL, 1, "http://127.0.0.1:0")
                    .withClock(clock)
                    .withRecovery(
                            Optional.of(new RuntimeSettings.Snapshots(Tally.SNAPSHOTS, 5, Duration.ofDays(1))), false),
            0,
            Map.of(Tally.TYPE.name(), Tally.TYPE));
    private PartitionWriter writer = opened();

    private PartitionWriter opened() {
        SimulatedLog.Handle handle = log.new Handle();
        var next = new PartitionWriter(
                partition, handle, handle::holds, log.load(partition), new PartitionMetrics(partition));
        next.open(() -> false);
        return next;
    }

    @Test
    void anAdministratorsKeyOutlivesWhateverCallersGuess() {
        add(KEY, Roles.ADMIN);
        for (int i = 0; i < 200; i++) {
            add("guess" + i, Roles.BRIDGE);
        }
        assertTrue(add(KEY, Roles.ADMIN).repeated());
        writer = opened();
        assertTrue(add(KEY, Roles.ADMIN).repeated(), "the next owner remembers it too");
        assertEquals(201, total());
    }

    @Test
    void afterADayItIsANewRequest() {
        add(KEY, Roles.HELPDESK);
        clock.to(clock.millis() + Duration.ofHours(24).toMillis() - 1);
        assertTrue(add(KEY, Roles.HELPDESK).repeated());
        clock.to(clock.millis() + 1);
        assertFalse(add(KEY, Roles.HELPDESK).repeated());
    }

    @Test
    void oneKeyTooManyIsRefusedAndNobodyIsForgotten() {
        for (int i = 0; i < 256; i++) {
            add(RepeatableId.of("k" + i), Roles.ADMIN);
        }
        writer = opened();
        assertEquals(Unavailable.Reason.IDEMPOTENCY_KEYS_USED_UP, refusal(RepeatableId.of("one more")));
        assertTrue(add(RepeatableId.of("k0"), Roles.ADMIN).repeated());
        assertFalse(add("without a key", Roles.ADMIN).repeated());
        assertFalse(add("guess", Roles.BRIDGE).repeated(), "callers are served");
        assertFalse(add(RepeatableId.of("by a bridge"), Roles.BRIDGE).repeated());
        clock.to(clock.millis() + Duration.ofHours(24).toMillis());
        assertFalse(add(RepeatableId.of("one more"), Roles.ADMIN).repeated());
        assertEquals(256 + 4, total());
    }

    /** The last command's answer is in the log, not in the snapshot: both together remember all. */
    @Test
    void snapshotAndJournalRememberTheSameKeys() {
        Instant before = clock.instant();
        for (int i = 0; i < 40; i++) {
            add(RepeatableId.of("k" + i), Roles.ADMIN);
            clock.to(clock.millis() + 1_000);
        }
        PartitionState folded = partition.empty();
        log.replay(folded);
        PartitionState loaded = log.load(partition);
        log.replay(loaded);
        assertTrue(loaded.unsaved().savedAt() >= before.toEpochMilli(), "there is a snapshot");
        String key = Tally.TYPE.key("t");
        StoredAnswer[] one = folded.get(key).recent().answers();
        StoredAnswer[] other = loaded.get(key).recent().answers();
        assertEquals(one.length, other.length);
        for (int i = 0; i < one.length; i++) {
            assertEquals(one[i].commandId(), other[i].commandId());
            assertEquals(one[i].kind(), other[i].kind());
            assertEquals(one[i].at(), other[i].at());
        }
    }

    /** Its repetition may come when there would be something to do. */
    @ParameterizedTest
    @ValueSource(strings = {Roles.ADMIN, Roles.CLIENT_APP})
    void alsoWhatFoundNothingToDoIsRemembered(String role) {
        done(new SetAlarm(NOON), "before", Roles.ADMIN);
        assertFalse(done(new SetAlarm(NOON), KEY, role).repeated());
        assertEquals(NOON, counted().alarm());
        done(new SetAlarm(EVENING), "in between", Roles.ADMIN);
        assertTrue(done(new SetAlarm(NOON), KEY, role).repeated());
        writer = opened();
        assertTrue(done(new SetAlarm(NOON), KEY, role).repeated(), "the next owner remembers it too");
        assertEquals(EVENING, counted().alarm());
        PartitionState folded = partition.empty();
        log.replay(folded);
        assertEquals(counted(), folded.get(Tally.TYPE.key("t")).state());
    }

    /** They are repeated within seconds, and there are many of them. */
    @Test
    void withoutAKeyNothingIsWrittenOfIt() {
        done(new SetAlarm(NOON), "before", Roles.ADMIN);
        int records = log.journal.size();
        done(new SetAlarm(NOON), "no key", Roles.ADMIN);
        done(new SetAlarm(NOON), KEY, Roles.SERVICE);
        assertEquals(records, log.journal.size());
    }

    private Reply.Done<?, ?> add(String commandId, String role) {
        return done(new Add(1), commandId, role);
    }

    private Reply.Done<?, ?> done(Tally.Command command, String commandId, String role) {
        Write<?, ?, ?, ?, ?, ?> write = write(command, commandId, role);
        writer.work(List.of(write));
        return assertInstanceOf(Reply.Done.class, write.reply.join());
    }

    private Unavailable.Reason refusal(String commandId) {
        Write<?, ?, ?, ?, ?, ?> write = write(new Add(1), commandId, Roles.ADMIN);
        writer.work(List.of(write));
        var failed = assertThrows(CompletionException.class, write.reply::join);
        return assertInstanceOf(Unavailable.class, failed.getCause()).reason();
    }

    private static Write<?, ?, ?, ?, ?, ?> write(Tally.Command command, String commandId, String role) {
        return new Write<>(
                Tally.TYPE, "t", command, new CommandMeta(commandId, commandId, new Actor("somebody", role, null)));
    }

    private int total() {
        return counted().total();
    }

    private Tally.Counted counted() {
        return (Tally.Counted) writer.state().get(Tally.TYPE.key("t")).state();
    }
}

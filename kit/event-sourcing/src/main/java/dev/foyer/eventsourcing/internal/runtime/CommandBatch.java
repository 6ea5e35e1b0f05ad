package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.Position;
import dev.foyer.base.RepeatableId;
import dev.foyer.base.Roles;
import dev.foyer.base.Unavailable;
import dev.foyer.base.events.CloudEventWriter;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.eventsourcing.internal.runtime.StateEntry.Aggregate;
import dev.foyer.eventsourcing.internal.runtime.StoredAnswer.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The commands of one transaction. Each is decided on the state that the ones before it left in memory; nothing is
 * answered here: the owner runs {@link #answerAll} only when {@link #records} are committed, because until then the
 * answers rest on state that may never have been. If they are not, {@link #undo} takes everything back.
 */
final class CommandBatch {

    private static final Unavailable KEYS_USED_UP = new Unavailable(
            Unavailable.Reason.IDEMPOTENCY_KEYS_USED_UP,
            "What this request is about was changed with " + RecentCommands.MOST_KEYS + " different Idempotency-Keys"
                    + " within a day, and each of them is remembered for a day. Wait, or send the request without one.");

    private final PartitionState state;
    private final Partition partition;
    private final CloudEventWriter writer;
    private final PartitionMetrics metrics;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final List<AfterCommit> answers = new ArrayList<>();
    /** What {@link #undo} puts back. */
    private final Map<String, StateEntry> before = new HashMap<>();

    /** By the clock; what time it is for an aggregate says {@link Aggregate#time}. */
    private final Instant now;

    private int lastJournalRecord = -1;

    /** Runs after the commit, with a way to find where a record of this batch lies. */
    @FunctionalInterface
    private interface AfterCommit {
        void run(IntFunction<Position> positions);
    }

    CommandBatch(
            PartitionState state, Partition partition, CloudEventWriter writer, PartitionMetrics metrics, Instant now) {
        this.state = state;
        this.partition = partition;
        this.writer = writer;
        this.metrics = metrics;
        this.now = now;
    }

    List<ProducerRecord<byte[], byte[]>> records() {
        return records;
    }

    /** The records are durable: the state stands behind them, and everybody hears of it. */
    void answerAll(IntFunction<Position> positions) {
        if (lastJournalRecord >= 0) {
            state.position(positions.apply(lastJournalRecord).offset() + 1);
        }
        answers.forEach(answer -> answer.run(positions));
    }

    /** Takes all changes back: what is committed says the log. */
    void undo() {
        before.forEach(state::restore);
    }

    void add(PendingRequest pending) {
        switch (pending) {
            case PendingRequest.Read<?> read -> {
                Aggregate<?> seen = state.get(read.key());
                answers.add(positions -> read.answer(seen));
            }
            case PendingRequest.Write<?, ?, ?, ?, ?, ?> write -> decide(write);
        }
    }

    private <S, C, E, R, A, X> void decide(PendingRequest.Write<S, C, E, R, A, X> write) {
        Aggregate<S> known = state.of(write.type, write.key(), now);
        Instant time = known.time(now);
        var repeated = known.recent().answerTo(write.meta.commandId(), time.toEpochMilli());
        if (repeated.isPresent()) {
            answers.add(positions -> {
                metrics.decided(write.type.name(), "repeated", "");
                write.repeated(repeated.get());
            });
            return;
        }
        try {
            X context = write.type.contexts().context(write.aggregateId, write.meta, time);
            switch (write.type.decider().decide(known.state(), write.command, context)) {
                case Decision.Accepted<E, R, A> accepted -> accept(write, known, accepted, time);
                case Decision.Refused<E, R, A>(R reason) ->
                    answers.add(positions -> {
                        metrics.decided(
                                write.type.name(), "refused", reason.getClass().getSimpleName());
                        write.refused(reason);
                    });
            }
        } catch (RuntimeException bug) {
            // A bug in one decider must not stop the partition: the aggregate is as it was.
            answers.add(positions -> {
                metrics.decided(write.type.name(), "failed", "");
                write.fail(bug);
            });
        }
    }

    private <S, C, E, R, A, X> void accept(
            PendingRequest.Write<S, C, E, R, A, X> write,
            Aggregate<S> known,
            Decision.Accepted<E, R, A> accepted,
            Instant time) {
        Kind kind = Kind.of(write.meta.commandId(), write.meta.actor().role());
        boolean remembered = !accepted.events().isEmpty() || isRememberedAnyway(write, known);
        if (kind == Kind.KEY && remembered && known.recent().isFull(time.toEpochMilli())) {
            answers.add(positions -> {
                metrics.decided(write.type.name(), "refused", "KeysUsedUp");
                write.fail(KEYS_USED_UP);
            });
            return;
        }
        List<ProducerRecord<byte[], byte[]>> journalled = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> published = new ArrayList<>();
        List<PublicRecord> told = new ArrayList<>();
        S folded = known.state();
        long sequence = known.sequence();
        for (E event : accepted.events()) {
            if (!journalled.isEmpty() && StateEntry.isOver(write.type, folded)) {
                throw new IllegalStateException("An event follows the one that ends " + write.type.name());
            }
            S next = write.type.decider().evolve(folded, event);
            sequence++;
            journalled.add(JournalRecord.of(
                    partition,
                    write.key(),
                    write.type.events().typeOf(event),
                    write.type.events().write(event),
                    sequence,
                    write.meta,
                    time,
                    now));
            List<E> later = accepted.events()
                    .subList(journalled.size(), accepted.events().size());
            var fact =
                    new Fact<>(write.aggregateId, folded, event, next, accepted.answer(), write.meta, sequence, later);
            for (PublicRecord publicRecord : write.type.publisher().publish(fact)) {
                published.add(writer.write(publicRecord, write.meta, published.size(), sequence, time, now));
                told.add(publicRecord);
            }
            folded = next;
        }
        if (!remembered) {
            write.decided(accepted);
            answers.add(positions -> {
                metrics.decided(write.type.name(), "accepted", "");
                write.done(List.of());
            });
            return;
        }
        if (journalled.isEmpty()) {
            sequence++;
            journalled.add(JournalRecord.withoutEvent(partition, write.key(), sequence, write.meta, time, now));
        }
        StoredAnswer stored = new StoredAnswer(
                write.meta.commandId(),
                write.type.answers().typeOf(accepted.answer()),
                write.type.answers().write(accepted.answer()),
                kind,
                time.toEpochMilli());
        JournalRecord.conclude(journalled.getLast(), stored);
        Aggregate<S> after = known.then(
                write.type,
                write.aggregateId,
                folded,
                sequence,
                time.toEpochMilli(),
                known.recent().plus(stored));
        // From here on nothing throws: state and records change together.
        write.decided(accepted);
        if (!before.containsKey(write.key())) {
            before.put(write.key(), state.entry(write.key())); // null for a new one
        }
        state.put(write.key(), after);
        records.addAll(journalled);
        lastJournalRecord = records.size() - 1;
        int from = records.size();
        records.addAll(published);
        int to = records.size();
        answers.add(positions -> {
            List<Position> where = new ArrayList<>(to - from);
            for (int i = from; i < to; i++) {
                where.add(positions.apply(i));
            }
            metrics.decided(write.type.name(), "accepted", "");
            write.done(where);
            told.forEach(record -> partition.settings().stages().published(record, write.meta));
            write.type.commitListener().committed(write.aggregateId, after.state(), accepted.events());
        });
    }

    /**
     * Whether a command that found nothing to do is remembered all the same: those with a key are, since its repetition may come
     * when there would be something to do. Of what ends and has not begun nothing is kept, and so nothing is there to be changed.
     */
    private static boolean isRememberedAnyway(PendingRequest.Write<?, ?, ?, ?, ?, ?> write, Aggregate<?> known) {
        boolean begun = known.lastMillis() != 0 || !(write.type.decider() instanceof Forgetting<?>);
        return begun
                && RepeatableId.is(write.meta.commandId())
                && Roles.isOfAccounts(write.meta.actor().role());
    }
}

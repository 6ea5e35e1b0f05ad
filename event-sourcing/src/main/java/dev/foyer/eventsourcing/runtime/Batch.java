package dev.foyer.eventsourcing.runtime;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Position;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.eventsourcing.Publisher.PublicRecord;
import dev.foyer.eventsourcing.events.CloudEventWriter;
import dev.foyer.eventsourcing.runtime.RecentCommands.StoredAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The commands of one transaction. Each is decided on the state that the ones before it left in memory; nothing is
 * answered here: the owner runs {@link #answerAll} only when {@link #records} are committed, because until then the
 * answers rest on state that may never have been.
 */
final class Batch {

    private final PartitionState state;
    private final RuntimeSettings settings;
    private final CloudEventWriter writer;
    private final int partition;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final List<Answering> answers = new ArrayList<>();

    /** Runs after the commit, with a way to find where a record of this batch lies. */
    @FunctionalInterface
    private interface Answering {
        void run(IntFunction<Position> positions);
    }

    Batch(PartitionState state, RuntimeSettings settings, CloudEventWriter writer, int partition) {
        this.state = state;
        this.settings = settings;
        this.writer = writer;
        this.partition = partition;
    }

    List<ProducerRecord<byte[], byte[]>> records() {
        return records;
    }

    void answerAll(IntFunction<Position> positions) {
        answers.forEach(answer -> answer.run(positions));
    }

    void add(Pending pending) {
        switch (pending) {
            case Pending.Read<?> read -> {
                Aggregate<?> seen = state.get(read.key());
                answers.add(positions -> read.answer(seen));
            }
            case Pending.Write<?, ?, ?, ?, ?, ?> write -> decide(write);
        }
    }

    private <S, C, E, R, A, X> void decide(Pending.Write<S, C, E, R, A, X> write) {
        Aggregate<S> before = aggregate(write);
        var known = before.recent().find(write.meta.commandId());
        if (known.isPresent()) {
            answers.add(positions -> write.repeated(known.get()));
            return;
        }
        try {
            Instant now = settings.clock().instant();
            X context = write.type.contexts().context(write.aggregateId, write.meta, now);
            switch (write.type.decider().decide(before.state(), write.command, context)) {
                case Decision.Accepted<E, R, A> accepted -> accept(write, before, accepted, now);
                case Decision.Refused<E, R, A>(R reason) -> answers.add(positions -> write.refused(reason));
            }
        } catch (RuntimeException bug) {
            // A bug in one decider must not stop the partition: the aggregate is as it was.
            answers.add(positions -> write.fail(bug));
        }
    }

    private <S, C, E, R, A, X> void accept(
            Pending.Write<S, C, E, R, A, X> write,
            Aggregate<S> before,
            Decision.Accepted<E, R, A> accepted,
            Instant now) {
        List<ProducerRecord<byte[], byte[]>> own = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> open = new ArrayList<>();
        S folded = before.state();
        long sequence = before.sequence();
        for (E event : accepted.events()) {
            S next = write.type.decider().evolve(folded, event);
            sequence++;
            own.add(JournalRecord.of(
                    settings.journal(),
                    partition,
                    write.key(),
                    write.type.events().typeOf(event),
                    write.type.events().write(event),
                    sequence,
                    write.meta,
                    now));
            var fact = new Fact<>(write.aggregateId, folded, event, next, accepted.answer(), write.meta);
            for (PublicRecord publicRecord : write.type.publisher().publish(fact)) {
                open.add(writer.write(publicRecord, write.meta, open.size(), sequence, now));
            }
            folded = next;
        }
        RecentCommands recent = before.recent();
        if (!own.isEmpty()) {
            StoredAnswer stored = new StoredAnswer(
                    write.meta.commandId(),
                    write.type.answers().typeOf(accepted.answer()),
                    write.type.answers().write(accepted.answer()));
            JournalRecord.conclude(own.getLast(), stored);
            recent = recent.plus(stored);
        }
        // From here on nothing throws: state and records change together.
        write.decided(accepted);
        S after = folded;
        state.put(write.key(), new Aggregate<>(after, sequence, recent));
        records.addAll(own);
        int from = records.size();
        records.addAll(open);
        int to = records.size();
        answers.add(positions -> {
            List<Position> lie = new ArrayList<>(to - from);
            for (int i = from; i < to; i++) {
                lie.add(positions.apply(i));
            }
            write.done(lie);
            if (!accepted.events().isEmpty()) {
                write.type.follower().committed(write.aggregateId, after, accepted.events());
            }
        });
    }

    @SuppressWarnings("unchecked") // the key's prefix is the type
    private <S> Aggregate<S> aggregate(Pending.Write<S, ?, ?, ?, ?, ?> write) {
        Aggregate<?> known = state.get(write.key());
        AggregateType<S, ?, ?, ?, ?, ?> type = write.type;
        return known == null ? PartitionState.fresh(type) : (Aggregate<S>) known;
    }
}

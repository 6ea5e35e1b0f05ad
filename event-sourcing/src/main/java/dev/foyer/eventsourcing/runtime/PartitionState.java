package dev.foyer.eventsourcing.runtime;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.runtime.RecentCommands.StoredAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All aggregates of one partition. Confined to the owner's thread; thrown away on any doubt. */
final class PartitionState {

    private final Map<String, AggregateType<?, ?, ?, ?, ?, ?>> types;
    private final Map<String, Aggregate<?>> aggregates = new HashMap<>();

    PartitionState(Map<String, AggregateType<?, ?, ?, ?, ?, ?>> types) {
        this.types = types;
    }

    /** {@code null} for an aggregate that nobody has heard of. */
    Aggregate<?> get(String key) {
        return aggregates.get(key);
    }

    void put(String key, Aggregate<?> aggregate) {
        aggregates.put(key, aggregate);
    }

    int size() {
        return aggregates.size();
    }

    /**
     * Folds one record of the own journal.
     *
     * @throws BrokenJournal when it cannot be read or cannot follow what was before it
     */
    void replay(ConsumerRecord<byte[], byte[]> read) {
        try {
            String key = JournalRecord.key(read);
            aggregates.put(key, next(typeOf(key), get(key), read));
        } catch (RuntimeException e) {
            throw new BrokenJournal(read, e);
        }
    }

    void forEach(BiConsumer<String, Aggregate<?>> action) {
        aggregates.forEach(action);
    }

    AggregateType<?, ?, ?, ?, ?, ?> typeOf(String key) {
        AggregateType<?, ?, ?, ?, ?, ?> type = types.get(key.substring(0, Math.max(0, key.indexOf(':'))));
        if (type == null) {
            throw new IllegalArgumentException("No aggregate type for the key " + key);
        }
        return type;
    }

    @SuppressWarnings("unchecked") // the key's prefix is the type
    private static <S, E> Aggregate<S> next(
            AggregateType<S, ?, E, ?, ?, ?> type, Aggregate<?> known, ConsumerRecord<byte[], byte[]> read) {
        Aggregate<S> before = known == null ? fresh(type) : (Aggregate<S>) known;
        long sequence = JournalRecord.sequence(read);
        if (sequence != before.sequence() + 1) {
            throw new IllegalStateException("Event " + sequence + " follows event " + before.sequence());
        }
        E event = type.events().read(JournalRecord.type(read), read.value());
        StoredAnswer answer = JournalRecord.answer(read);
        return new Aggregate<>(
                type.decider().evolve(before.state(), event),
                sequence,
                answer == null ? before.recent() : before.recent().plus(answer));
    }

    static <S> Aggregate<S> fresh(AggregateType<S, ?, ?, ?, ?, ?> type) {
        return new Aggregate<>(type.decider().initial(), 0, RecentCommands.NONE);
    }
}

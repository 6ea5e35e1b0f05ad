package dev.foyer.eventsourcing.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.StoredFormat;
import dev.foyer.eventsourcing.internal.runtime.StateEntry.Aggregate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Folds records of a journal as a recovery does, wherever they come from: for tests that keep some. Confined to one thread. */
public final class JournalFold {

    /** The type of a record that has no event: it keeps what a command was answered that changed nothing. */
    public static final String NO_EVENT = JournalRecord.NO_EVENT;

    private final PartitionState state;

    public JournalFold(StoredFormat ours, List<AggregateType<?, ?, ?, ?, ?, ?>> types) {
        this.state = new PartitionState(
                types.stream().collect(Collectors.toMap(AggregateType::name, Function.identity())), ours);
    }

    /** The next record; in order for each key. */
    public void add(ConsumerRecord<byte[], byte[]> next) {
        state.replay(next);
    }

    /** What is not over, by key: the states as JSON. */
    public SortedMap<String, String> states() {
        SortedMap<String, String> states = new TreeMap<>();
        state.keys().forEach(key -> states.put(key, json(state.typeOf(key), state.get(key))));
        return states;
    }

    /** Whether nobody need know any more of an aggregate that is in this state. */
    public boolean isOver(String key, String json) {
        return isOver(state.typeOf(key), json);
    }

    private static <S> boolean isOver(AggregateType<S, ?, ?, ?, ?, ?> type, String json) {
        return StateEntry.isOver(type, type.wire().states().read(json.getBytes(UTF_8)));
    }

    @SuppressWarnings("unchecked") // it is of that type
    private static <S> String json(AggregateType<S, ?, ?, ?, ?, ?> type, Aggregate<?> aggregate) {
        return new String(type.wire().states().write((S) aggregate.state()), UTF_8);
    }
}

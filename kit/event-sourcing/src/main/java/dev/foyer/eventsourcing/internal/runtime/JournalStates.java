package dev.foyer.eventsourcing.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.events.StoredPlaces;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.internal.runtime.StateEntry.Aggregate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What one partition's journal says, up to some record, in one number that two brokers can be compared by. In it are the key, the number
 * and the state of each aggregate, but for the places of records, which differ from broker to broker. Maps and sets have no order, so
 * that of lists does not count either.
 *
 * @param events offset up to which the journal was folded
 * @param hash SHA-256 of all states, hexadecimal
 */
public record JournalStates(int partition, int aggregates, long events, String hash) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Of all partitions.
     *
     * @param ends of the journal, by partition; empty: as it is now
     */
    static List<JournalStates> of(
            RuntimeSettings settings, Map<String, AggregateType<?, ?, ?, ?, ?, ?>> types, List<Long> ends) {
        if (!ends.isEmpty() && ends.size() != settings.partitions()) {
            throw new IllegalArgumentException(
                    "The journal has " + settings.partitions() + " partitions, and there are " + ends.size() + " ends");
        }
        return IntStream.range(0, settings.partitions())
                .mapToObj(number ->
                        of(new Partition(settings, number, types), ends.isEmpty() ? Long.MAX_VALUE : ends.get(number)))
                .toList();
    }

    private static JournalStates of(Partition partition, long wanted) {
        PartitionState state = partition.empty();
        try (JournalReader reader = new JournalReader(partition, "states")) {
            reader.readTo(Math.min(wanted, reader.end()), state, () -> false);
        }
        MessageDigest digest = sha256();
        TreeSet<String> keys = new TreeSet<>(state.keys());
        for (String key : keys) {
            Aggregate<?> aggregate = state.get(key);
            String said = key + "\n" + aggregate.sequence() + "\n" + comparable(json(state.typeOf(key), aggregate));
            digest.update((said + "\n").getBytes(UTF_8));
        }
        return new JournalStates(
                partition.number(),
                keys.size(),
                state.position(),
                HexFormat.of().formatHex(digest.digest()));
    }

    @SuppressWarnings("unchecked") // it is of that type
    private static <S> byte[] json(AggregateType<S, ?, ?, ?, ?, ?> type, Aggregate<?> aggregate) {
        return type.wire().states().write((S) aggregate.state());
    }

    /** The same text for the same state, wherever it is. */
    static String comparable(byte[] json) {
        try {
            JsonNode state = JSON.readTree(json);
            StoredPlaces.change(state, StoredPlaces.NOWHERE);
            return ordered(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ordered(JsonNode node) {
        if (node instanceof ObjectNode) {
            Map<String, String> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), ordered(field.getValue())));
            return fields.toString();
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(ordered(element)));
            Collections.sort(elements);
            return elements.toString();
        }
        return node.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

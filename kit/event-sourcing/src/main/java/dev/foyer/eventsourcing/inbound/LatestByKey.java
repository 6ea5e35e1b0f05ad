package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.events.InboundEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A compacted topic in memory: of each key what was said last. A reader that starts over does not bring an older value
 * back, not even for a moment. Thread-safe; written by the table's one reader, in the order of the topic.
 *
 * @param <V> what is kept of an event, immutable
 */
public final class LatestByKey<V> implements InboundHandler {

    private final String type;
    private final Function<InboundEvent, String> key;
    private final Function<InboundEvent, V> value;
    private final BiConsumer<V, V> told;
    private final Map<String, Kept<V>> latest = new ConcurrentHashMap<>();

    /** How many topics of the name there were. */
    private volatile int topic;

    /** @param offset of the record; a key stays in its partition, so that it tells what is newer in the same topic */
    private record Kept<V>(int topic, long offset, V value) {}

    /**
     * @param type the one CloudEvents type that the topic has for us
     * @param key what it is about; both functions throw {@link dev.foyer.base.events.Unacceptable} for what cannot be
     *     used: what was said before stays then
     */
    public LatestByKey(String type, Function<InboundEvent, String> key, Function<InboundEvent, V> value) {
        this(type, key, value, (before, now) -> {});
    }

    /** @param told what is known of a key instead of what was known before, {@code null} for nothing; by the table's reader, after it is known */
    public LatestByKey(
            String type, Function<InboundEvent, String> key, Function<InboundEvent, V> value, BiConsumer<V, V> told) {
        this.type = type;
        this.key = key;
        this.value = value;
        this.told = told;
    }

    /** Empty when nothing was said of that key. */
    public Optional<V> get(String about) {
        return Optional.ofNullable(latest.get(about)).map(Kept::value);
    }

    @Override
    public boolean understands(String other) {
        return type.equals(other);
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        String about = key.apply(event);
        Kept<V> kept = latest.get(about);
        if (kept == null || kept.topic() < topic || kept.offset() < event.offset()) {
            V now = value.apply(event);
            latest.put(about, new Kept<>(topic, event.offset(), now));
            told.accept(kept == null ? null : kept.value(), now);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void topicIsAnother() {
        topic++;
    }
}

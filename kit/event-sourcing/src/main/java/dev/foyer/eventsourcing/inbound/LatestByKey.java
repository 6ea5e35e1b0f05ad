package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.events.InboundEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A compacted topic in memory: of each key what was said last. Thread-safe; written by the table's reader, in the order
 * of the topic.
 *
 * @param <V> what is kept of an event, immutable
 */
public final class LatestByKey<V> implements InboundHandler {

    private final String type;
    private final Function<InboundEvent, String> key;
    private final Function<InboundEvent, V> value;
    private final Map<String, V> latest = new ConcurrentHashMap<>();

    /**
     * @param type the one CloudEvents type that the topic has for us
     * @param key what it is about; both functions throw {@link dev.foyer.base.events.Unacceptable} for what cannot be
     *     used: what was said before stays then
     */
    public LatestByKey(String type, Function<InboundEvent, String> key, Function<InboundEvent, V> value) {
        this.type = type;
        this.key = key;
        this.value = value;
    }

    /** Empty when nothing was said of that key. */
    public Optional<V> get(String about) {
        return Optional.ofNullable(latest.get(about));
    }

    @Override
    public boolean understands(String other) {
        return type.equals(other);
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        latest.put(key.apply(event), value.apply(event));
        return CompletableFuture.completedFuture(null);
    }
}

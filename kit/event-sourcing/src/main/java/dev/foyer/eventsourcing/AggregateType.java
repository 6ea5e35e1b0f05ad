package dev.foyer.eventsourcing;

import dev.foyer.base.CommandMeta;
import java.time.Instant;

/**
 * All that the runtime must know of one kind of aggregate. Several kinds share one journal; the name is the prefix of
 * their keys ({@code user:contoso.com/u-17}), so it is part of the stored format and never changes.
 */
public record AggregateType<S, C, E, R, A, X>(
        String name,
        Decider<S, C, E, R, A, X> decider,
        JournalFormat<E> events,
        JournalFormat<A> answers,
        Contexts<X> contexts,
        Publisher<S, E, A> publisher,
        CommitListener<S, E> commitListener,
        Timers<S, C> timers,
        WireFormats<S, C, R, A> wire) {

    /** Makes the context of one decision; called by the owner's thread, right before {@link Decider#decide}. */
    @FunctionalInterface
    public interface Contexts<X> {
        X context(String aggregateId, CommandMeta meta, Instant now);
    }

    /** The id in a key of this type. */
    public String idOf(String key) {
        return key.substring(name.length() + 1);
    }

    /** The key of one aggregate in the journal. */
    public String key(String aggregateId) {
        return name + ":" + aggregateId;
    }

    /** Whether a key is of this type. */
    public boolean isOfKey(String key) {
        return key.startsWith(name) && key.length() > name.length() && key.charAt(name.length()) == ':';
    }
}

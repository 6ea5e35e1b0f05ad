package dev.foyer.eventsourcing;

import java.util.List;

/**
 * Is told what has become durable, for side effects outside the core. Called by the owner's thread in order per
 * aggregate: it must not block and must not throw. After a recovery it may hear of states that it knows already.
 */
public interface CommitListener<S, E> {

    /** These events are durable; {@code state} is what they made. */
    void committed(String aggregateId, S state, List<E> events);

    /** This instance has just become (or is again) the owner and read this state from the log. */
    void recovered(String aggregateId, S state);

    /**
     * Whether {@link #recovered} is to be called. Without it a recovery need not deserialize every state; a listener that
     * resumes by a timer does not need it.
     */
    default boolean wantsRecovery() {
        return true;
    }

    /** For aggregates without side effects: always the same one, so that nothing is deserialized for it. */
    @SuppressWarnings("unchecked") // it looks at nothing
    static <S, E> CommitListener<S, E> none() {
        return (CommitListener<S, E>) (CommitListener<?, ?>) NoOpCommitListener.INSTANCE;
    }
}

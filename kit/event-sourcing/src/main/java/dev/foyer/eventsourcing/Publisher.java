package dev.foyer.eventsourcing;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.PublicRecord;
import java.util.List;

/**
 * Turns one private event into the records that others may see. They are written in the same transaction as the event:
 * what is public happened, and what happened is public. Pure; called by the owner's thread.
 */
@FunctionalInterface
public interface Publisher<S, E, A> {

    List<PublicRecord> publish(Fact<S, E, A> fact);

    /** For aggregates that nobody else may see. */
    static <S, E, A> Publisher<S, E, A> nothing() {
        return fact -> List.of();
    }

    /**
     * One event with its surroundings.
     *
     * @param before the state that the event met
     * @param after the state that it made
     * @param answer the answer to the command; the only way for a sealed secret to reach a topic without the journal
     * @param sequence of the event in its aggregate: it alone orders what happened to that, never a time
     * @param later what the same command decided behind this event, so that what follows from several is said once
     */
    record Fact<S, E, A>(
            String aggregateId, S before, E event, S after, A answer, CommandMeta meta, long sequence, List<E> later) {

        /** Of an event that is the last of its command. */
        public Fact(String aggregateId, S before, E event, S after, A answer, CommandMeta meta, long sequence) {
            this(aggregateId, before, event, after, answer, meta, sequence, List.of());
        }
    }
}

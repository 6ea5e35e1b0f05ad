package dev.foyer.eventsourcing;

/**
 * A {@link Decider} of aggregates that end, such as addresses that failed once and never again: without an end there would be
 * one more for ever each time. What is over is in no memory and no snapshot any more, with the answers that it remembered;
 * the journal keeps its events. If it is heard of again it begins anew, from {@link Decider#initial}, and its events go on
 * with sequences that are larger than all before.
 *
 * @param <S> as of the decider
 */
public interface Forgetting<S> {

    /**
     * Whether nobody need know of an aggregate in this state. Pure and quick, and to be true only when no command is likely to
     * be repeated and {@link Decider#initial} would decide the same. Only the last event of a command may lead there.
     */
    boolean isOver(S state);
}

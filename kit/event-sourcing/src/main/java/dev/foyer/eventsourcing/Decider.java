package dev.foyer.eventsourcing;

/**
 * The rules of one kind of aggregate, as two pure functions. Nothing here may ask a clock, a random source or another
 * aggregate: what a rule needs comes in with the command or with the context.
 *
 * <p>Called only from the thread that owns the aggregate's partition, so implementations need no locks. The idea is
 * Kafka's group coordinator: a request makes records, and the same {@code evolve} serves live work and replay.
 *
 * @param <S> states, sealed, each its own record
 * @param <C> commands, sealed, imperative
 * @param <E> events, sealed, past tense
 * @param <R> refusals, sealed, each a sentence
 * @param <A> answers to accepted commands; may carry a secret that no event may carry
 * @param <X> context: now, ids, policy and matchers for one decision
 */
public interface Decider<S, C, E, R, A, X> {

    /** The state of an aggregate that nobody has heard of yet. */
    S initial();

    /** Says what a command means in a state. Changes nothing; throws only on a bug. */
    Decision<E, R, A> decide(S state, C command, X context);

    /**
     * The only change there is. Total over what {@link #decide} can emit, loud over the rest: an event that cannot
     * follow the state is a broken journal, and throws {@link ImpossibleEvent}.
     */
    S evolve(S state, E event);
}

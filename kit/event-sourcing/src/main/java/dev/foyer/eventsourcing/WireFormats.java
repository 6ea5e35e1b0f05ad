package dev.foyer.eventsourcing;

import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * How one kind of aggregate travels between instances, and its states into snapshots.
 *
 * @param states for reads and snapshots; must hold no secret in clear
 * @param commands may hold secrets, so they are never written to a topic, file or log
 * @param answers whole, with their secrets: they go from the owner to the instance that was asked, and nowhere else
 * @param exchange fingerprint of commands, refusals and answers together: instances whose exchanges differ do not
 *     understand each other, although JSON might be read as something else without a complaint
 * @param generation what the fingerprint of the states cannot tell: snapshots of another one are ignored
 */
public record WireFormats<S, C, R, A>(
        WireFormat<S> states,
        WireFormat<C> commands,
        WireFormat<R> refusals,
        WireFormat<A> answers,
        String exchange,
        int generation) {

    /** Raises the generation: the deciders' {@code evolve} now makes other states of the same types. */
    public WireFormats<S, C, R, A> generation(int next) {
        return new WireFormats<>(states, commands, refusals, answers, exchange, next);
    }

    /** All four with one mapper. */
    public static <S, C, R, A> WireFormats<S, C, R, A> of(
            JsonMapper mapper, Class<S> states, Class<C> commands, Class<R> refusals, Class<A> answers) {
        return new WireFormats<>(
                WireFormat.of(states, mapper),
                WireFormat.of(commands, mapper),
                WireFormat.of(refusals, mapper),
                WireFormat.of(answers, mapper),
                TypeFingerprint.of(commands, refusals, answers),
                1);
    }
}

package dev.foyer.eventsourcing;

import java.util.List;

/** What a decider answers: events that happened, or the one named reason why nothing did. */
public sealed interface Decision<E, R, A> {

    /**
     * @param events in order; empty when all is already as the command wants it
     * @param answer for the caller, given only after the events are durable; its secrets are never journalled
     */
    record Accepted<E, R, A>(List<E> events, A answer) implements Decision<E, R, A> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** A refusal is a value: it changes nothing and is decided afresh when the command comes again. */
    record Refused<E, R, A>(R reason) implements Decision<E, R, A> {}

    /** Accepts with these events, in order. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only copied
    static <E, R, A> Decision<E, R, A> accept(A answer, E... events) {
        return new Accepted<>(List.of(events), answer);
    }

    /** Accepts with these events, in order. */
    static <E, R, A> Decision<E, R, A> accept(A answer, List<E> events) {
        return new Accepted<>(events, answer);
    }

    /** Refuses for this reason. */
    static <E, R, A> Decision<E, R, A> refuse(R reason) {
        return new Refused<>(reason);
    }
}

package dev.foyer.eventsourcing.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import java.util.List;

/** Given events, when a command, then events or a refusal. On a mismatch the message shows the history. */
public final class DeciderTester<S, C, E, R, A, X> {

    private final Decider<S, C, E, R, A, X> decider;
    private final List<E> history;
    private final S state;
    private Decision<E, R, A> decision;

    private DeciderTester(Decider<S, C, E, R, A, X> decider, List<E> history) {
        this.decider = decider;
        this.history = history;
        S folded = decider.initial();
        for (E event : history) {
            folded = decider.evolve(folded, event);
        }
        this.state = folded;
    }

    public static <S, C, E, R, A, X> DeciderTester<S, C, E, R, A, X> given(
            Decider<S, C, E, R, A, X> decider, List<E> history) {
        return new DeciderTester<>(decider, history);
    }

    public DeciderTester<S, C, E, R, A, X> when(C command, X context) {
        decision = decider.decide(state, command, context);
        return this;
    }

    /** Accepted, with exactly these events. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only copied
    public final DeciderTester<S, C, E, R, A, X> thenEvents(E... expected) {
        assertEquals(List.of(expected), events(), this::story);
        return this;
    }

    /** Accepted, with whatever events. */
    public List<E> events() {
        return switch (decision) {
            case Decision.Accepted<E, R, A>(List<E> events, A answer) -> events;
            case Decision.Refused<E, R, A>(R reason) -> fail("Refused: " + reason + "\n" + story());
        };
    }

    /** The answer of an accepted command. */
    public A answer() {
        return switch (decision) {
            case Decision.Accepted<E, R, A>(List<E> events, A answer) -> answer;
            case Decision.Refused<E, R, A>(R reason) -> fail("Refused: " + reason + "\n" + story());
        };
    }

    public void thenRefused(R expected) {
        switch (decision) {
            case Decision.Accepted<E, R, A>(List<E> events, A answer) -> fail("Accepted: " + events + "\n" + story());
            case Decision.Refused<E, R, A>(R reason) -> assertEquals(expected, reason, this::story);
        }
    }

    /** The state before the command. */
    public S state() {
        return state;
    }

    /** The state after the accepted events. */
    public S stateAfter() {
        S folded = state;
        for (E event : events()) {
            folded = decider.evolve(folded, event);
        }
        return folded;
    }

    private String story() {
        StringBuilder story = new StringBuilder("after the history:\n");
        history.forEach(event -> story.append("  E ").append(event).append('\n'));
        return story.append("in state ").append(state).toString();
    }
}

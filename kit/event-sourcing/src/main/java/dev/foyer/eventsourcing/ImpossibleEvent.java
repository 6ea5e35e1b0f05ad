package dev.foyer.eventsourcing;

/** An event that cannot follow the state before it: the journal is broken or was written by other code. */
public final class ImpossibleEvent extends IllegalStateException {

    /** Names the types only: an event's content may be private. */
    public ImpossibleEvent(Object state, Object event) {
        super(event.getClass().getSimpleName() + " cannot follow "
                + state.getClass().getSimpleName());
    }
}

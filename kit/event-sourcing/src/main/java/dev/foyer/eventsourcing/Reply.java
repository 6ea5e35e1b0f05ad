package dev.foyer.eventsourcing;

import dev.foyer.base.Position;
import java.util.List;

/** What the caller of a command gets once everything that it rests on is durable. */
public sealed interface Reply<R, A> {

    /**
     * @param answer the decider's, or for a repeated command what its journal kept of it (no secrets)
     * @param positions where the public records lie; empty when there are none or the command was a repeated one
     * @param repeated this command id had been answered before
     */
    record Done<R, A>(A answer, List<Position> positions, boolean repeated) implements Reply<R, A> {}

    /** Nothing changed, for this reason. */
    record Refused<R, A>(R reason) implements Reply<R, A> {}
}

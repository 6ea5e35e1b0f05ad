package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;

/** A cmdlet at its place in a line. */
public interface Stage {

    /** It stands first: nothing comes in. */
    void start(Sink next);

    /** One object came in; false when no more are wanted. */
    boolean take(Row row, Sink next);

    /** There are no more. */
    default void end(Sink next) {}

    /** The line stops before its end: what came so far is kept. */
    default void brokenOff() {}

    /** One that does the same for its own parameters as for each object that comes in. */
    interface Each extends Stage {

        /** @param input null: none, it stands first */
        boolean one(Row input, Sink next);

        @Override
        default void start(Sink next) {
            one(null, next);
        }

        @Override
        default boolean take(Row row, Sink next) {
            return one(row, next);
        }
    }
}

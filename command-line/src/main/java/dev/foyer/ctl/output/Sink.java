package dev.foyer.ctl.output;

/** Where objects go, one after the other. */
public interface Sink {

    /** Takes one; false when no more are wanted. */
    boolean take(Row row);

    /** There are no more. */
    void end();
}

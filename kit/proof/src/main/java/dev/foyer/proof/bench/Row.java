package dev.foyer.proof.bench;

/** One line of a table. */
public interface Row {

    /** As people read it. */
    String line();
}

package dev.foyer.proof.bench;

/** One line of a table. */
interface Row {

    /** As people read it. */
    String line();
}

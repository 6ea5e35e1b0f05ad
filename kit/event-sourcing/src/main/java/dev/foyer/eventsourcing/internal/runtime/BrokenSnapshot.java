package dev.foyer.eventsourcing.internal.runtime;

/** A snapshot that cannot be read although its format says so. The journal is the truth: recover from it alone. */
final class BrokenSnapshot extends RuntimeException {

    /** Names the kind, never content. */
    BrokenSnapshot(String type) {
        super("A snapshot of a " + type + " cannot be read");
    }
}

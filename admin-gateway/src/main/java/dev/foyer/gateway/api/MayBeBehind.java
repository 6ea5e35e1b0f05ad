package dev.foyer.gateway.api;

/** An answer that could not always wait for all that had happened; {@link ListsBehind} says so in a header. */
interface MayBeBehind {

    /** Whether the latest may be missing. */
    boolean behind();
}

package dev.foyer.pin.domain.signin;

import java.time.Instant;

/** What the caller of an accepted command is told. */
public sealed interface SourceAnswer {

    /**
     * The failure is counted.
     *
     * @param nameUntil that name waits, from this address; {@code null}: not
     * @param until every name waits, from this address; {@code null}: not
     */
    record Counted(Instant nameUntil, Instant until) implements SourceAnswer {}

    /** Nothing is counted of that name. */
    record Forgotten() implements SourceAnswer {}
}

package dev.foyer.pin.domain.scan;

import java.time.Instant;

/** What the caller of an accepted command is told. */
public sealed interface CallSourceAnswer {

    /**
     * The miss is counted.
     *
     * @param idsRefusedUntil no conference ID is looked up for the source until then; {@code null}: they are
     * @param pinsRefusedUntil no PIN is compared for the source until then; {@code null}: they are
     */
    record Counted(Instant idsRefusedUntil, Instant pinsRefusedUntil) implements CallSourceAnswer {}

    /** Nothing is held against the source. */
    record Cleared() implements CallSourceAnswer {}
}

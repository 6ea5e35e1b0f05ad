package dev.foyer.pin.domain.scan;

import java.time.Duration;

/**
 * What calls have in common that are counted together; the names are in contracts, and in lower case the beginning of each
 * source's id. A number is one caller, or an office: it may be refused for long. Calls without a number are many people who
 * have nothing to do with each other, so what one of them
 * dials right is never refused: who is wrong is told so late, after no more than one redials. The account of a bridge is everybody: it
 * is counted and reported, and never refused, because a scanner must not be able to turn off a tenant's telephone.
 */
public enum SourceKind {
    NUMBER(
            new Limit(10, Duration.ofMinutes(10), 1, Duration.ofHours(1)),
            new Limit(5, Duration.ofMinutes(10), 1, Duration.ofHours(1))),
    WITHHELD(
            new Limit(100, Duration.ofSeconds(36), 20, Duration.ofSeconds(10)),
            new Limit(20, Duration.ofMinutes(3), 5, Duration.ofSeconds(10))),
    ACCOUNT(
            new Limit(1_000, Duration.ofSeconds(4), 1, Duration.ZERO),
            new Limit(200, Duration.ofSeconds(18), 1, Duration.ZERO));

    private final Limit ids;
    private final Limit organizers;

    SourceKind(Limit ids, Limit organizers) {
        this.ids = ids;
        this.organizers = organizers;
    }

    /** For conference IDs that do not exist. */
    Limit ids() {
        return ids;
    }

    /** For organizers whose PIN was not the one that was tried. */
    Limit organizers() {
        return organizers;
    }
}

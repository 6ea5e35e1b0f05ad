package dev.foyer.pin.domain.signin;

import java.time.Instant;

/** Why an address stays as it is. */
public sealed interface SourceRefusal {

    /** Nothing should have been compared: what is tried during a wait is not counted, so the wait ends. */
    record SourceWaits(Instant until) implements SourceRefusal {}
}

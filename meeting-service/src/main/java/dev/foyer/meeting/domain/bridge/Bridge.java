package dev.foyer.meeting.domain.bridge;

import java.time.Instant;

/** A bridge of a tenant, by its account or as the one that speaks by the tenant's topic. Immutable. */
public sealed interface Bridge {

    /** It has never sent a heartbeat: whoever it brought stays until it says that they left. */
    record Quiet() implements Bridge {}

    /** It sends heartbeats: of whom it says nothing, it has not got any more. */
    record Beating(Instant since) implements Bridge {}
}

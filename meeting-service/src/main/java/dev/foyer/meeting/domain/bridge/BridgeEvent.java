package dev.foyer.meeting.domain.bridge;

import java.time.Instant;

/** What happened to a bridge. Stored in the journal as they are. */
public sealed interface BridgeEvent {

    /** It sent its first heartbeat. */
    record BridgeBeats(Instant at) implements BridgeEvent {}
}

package dev.foyer.meeting.domain.bridge;

/** What can be wanted of a bridge. */
public sealed interface BridgeCommand {

    /** It sent a heartbeat. */
    record NoteBeat() implements BridgeCommand {}

    /** Does it ever send one? */
    record Ask() implements BridgeCommand {}
}

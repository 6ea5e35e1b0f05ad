package dev.foyer.meeting.domain.bridge;

/** What is answered of a bridge. */
public sealed interface BridgeAnswer {

    /** Whether it has ever sent a heartbeat. */
    record Beats(boolean ever) implements BridgeAnswer {}
}

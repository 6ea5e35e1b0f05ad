package dev.foyer.eventsourcing.events;

import java.util.concurrent.CompletionStage;

/**
 * Turns others' events into our commands. Called in order of the partition by the reader's thread; must not block.
 * Stages may complete in any order: commands to one aggregate keep the order in which they were submitted.
 */
public interface InboundHandler {

    /** Whether this event's type means something to us; others are counted and skipped. */
    boolean understands(String type);

    /**
     * Handles one event. A failure with {@link dev.foyer.eventsourcing.Unavailable} is tried again until it succeeds, so
     * the handler must be idempotent: use the event's id as the command id. A failure with {@link Unacceptable} sends
     * the record to {@code dead-letters}; any other failure is a bug, tried a few times and buried then.
     */
    CompletionStage<?> handle(InboundEvent event);

    /** Whether the records are for this reader only, so that not even a dead letter may repeat their value. */
    default boolean confidential() {
        return false;
    }

    /** The record says something that we may not or cannot act upon; the message is the reason for its dead letter. */
    final class Unacceptable extends RuntimeException {
        public Unacceptable(String reason) {
            super(reason, null, false, false);
        }
    }
}

package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import java.util.concurrent.CompletionStage;

/**
 * Turns others' events into our commands. Called in order of the partition by the reader's thread; must not block.
 * Stages may complete in any order: commands to one aggregate keep the order in which they were submitted.
 */
public interface InboundHandler {

    /** Whether this event's type means something to us; others are counted and skipped. */
    boolean understands(String type);

    /**
     * Handles one event. A failure with {@link dev.foyer.base.Unavailable} is tried again until it succeeds, so
     * the handler must be idempotent: use the event's id as the command id. A failure with {@link Unacceptable} sends
     * the record to {@code dead-letters}; any other failure is a bug, tried a few times and buried then.
     */
    CompletionStage<?> handle(InboundEvent event);

    /** Whether the records are for this reader only, so that not even a dead letter may repeat their value. */
    default boolean confidential() {
        return false;
    }
}

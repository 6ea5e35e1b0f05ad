package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import java.util.concurrent.CompletionStage;

/**
 * Turns others' events into our commands. Called in the order of each key, by one thread at a time
 * for what a poll brought and by any for what had to wait; must not block.
 * Stages may complete in any order: commands to one aggregate keep the order in which they were submitted.
 */
public interface InboundHandler {

    /** Whether this event's type means something to us; others are counted and skipped. */
    boolean understands(String type);

    /**
     * Handles one event. A failure with {@link dev.foyer.base.Unavailable} is tried again until it succeeds, so
     * the handler must be idempotent: use the event's id as the command id. It is the only failure that may hold the
     * channel. A failure with {@link Unacceptable} sends the record to the dead-letter topic; any other failure is a bug,
     * which is tried a few times and then sent there too.
     */
    CompletionStage<?> handle(InboundEvent event);

    /** Whether the records are for this reader only, so that not even a dead letter may repeat their value. */
    default boolean confidential() {
        return false;
    }

    /** Whether somebody waits for what is made of the records, so that they must not gather first. */
    default boolean awaited() {
        return false;
    }

    /** Offsets begin at nothing again: the topic is another one of the same name. Only tables are told; by their one reader. */
    default void topicIsAnother() {}
}

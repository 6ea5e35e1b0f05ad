package dev.foyer.eventsourcing;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.PublicRecord;
import java.time.Duration;
import java.time.Instant;

/** Hears how long the stages of a command took that was answered from the log: for traces, which follow one request. */
@FunctionalInterface
public interface StageListener {

    /**
     * Called by the partition's owner behind the answer, so it must be quick and must not throw; from several threads, for
     * several partitions.
     *
     * @param type of the aggregate
     */
    void answered(String type, CommandMeta meta, Stages stages);

    /**
     * Called in the same way for each record that others may read, when it is durable: what happened, in public words, and who asked.
     *
     * @param meta of the command that made it
     */
    default void published(PublicRecord record, CommandMeta meta) {}

    /** Nobody wants to know. */
    static StageListener none() {
        return (_, _, _) -> {};
    }

    /**
     * One after the other.
     *
     * @param end of the last one
     * @param waited until the owner took it
     * @param decided together with the other commands of its batch
     * @param committed the transaction of the batch; zero when nothing was to be written
     */
    record Stages(Instant end, Duration waited, Duration decided, Duration committed) {}
}

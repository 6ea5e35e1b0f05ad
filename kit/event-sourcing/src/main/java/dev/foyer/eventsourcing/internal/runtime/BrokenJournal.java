package dev.foyer.eventsourcing.internal.runtime;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The own journal holds something that this code cannot fold. The partition stops: to go on would be to guess. */
final class BrokenJournal extends RuntimeException {

    /** Names place and kind, never content. */
    BrokenJournal(ConsumerRecord<byte[], byte[]> read, RuntimeException cause) {
        super(
                "Journal " + read.topic() + "-" + read.partition() + " cannot be read at offset " + read.offset() + ": "
                        + cause.getMessage(),
                cause);
    }
}

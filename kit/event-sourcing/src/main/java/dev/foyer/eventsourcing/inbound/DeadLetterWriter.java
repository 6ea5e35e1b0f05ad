package dev.foyer.eventsourcing.inbound;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** For what turns out later to be of no use, when its reader has handled it long ago. Thread-safe. */
@FunctionalInterface
public interface DeadLetterWriter {

    /** Done when the letter is durable. */
    CompletionStage<Void> send(ConsumerRecord<byte[], byte[]> read, String reason);
}

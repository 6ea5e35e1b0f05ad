package dev.foyer.eventsourcing.inbound;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** For what turns out to be of no use only when its reader has handled it long ago. Thread-safe. */
@FunctionalInterface
public interface DeadLetterWriter {

    /**
     * Done when the letter is durable; fails when the broker does not take it.
     *
     * @param reason a sentence that says what to do
     */
    CompletionStage<Void> send(Letter letter, String reason);

    /**
     * What was read, as it is known by now.
     *
     * @param topic and {@code partition}, {@code offset}: where it was read
     * @param headers as texts
     */
    record Letter(String topic, int partition, long offset, String key, String value, Map<String, String> headers) {}
}

package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.Unavailable;
import dev.foyer.base.events.CloudEventReader;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Handles a record once more, as its channel did. What comes of it is told, not buried: nothing goes round by itself. */
public final class LetterReplay {

    private LetterReplay() {}

    /**
     * Done when it is handled.
     *
     * @param read where and as it was read the first time
     * @param replay names the attempt, the same when it is made again
     * @param correlation of whoever wants it
     * @return why it cannot be used, as a sentence that says what to do; empty: it was handled. Fails with {@link Unavailable} when
     *     somebody is away
     */
    public static CompletionStage<Optional<String>> handle(
            ConsumerRecord<byte[], byte[]> read, InboundHandler handler, String replay, String correlation) {
        try {
            InboundEvent event =
                    CloudEventReader.read(read).again(replay, read.topic().startsWith("in."), correlation);
            if (!handler.understands(event.type())) {
                return CompletableFuture.completedStage(
                        Optional.of("Nothing here understands this type of event; discard the letter."));
            }
            return handler.handle(event)
                    .thenApply(done -> Optional.<String>empty())
                    .exceptionallyCompose(LetterReplay::failed);
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private static CompletionStage<Optional<String>> failed(Throwable failure) {
        Throwable why =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (why instanceof Unacceptable) {
            return CompletableFuture.completedStage(Optional.of(why.getMessage()));
        }
        return why instanceof Unavailable
                ? CompletableFuture.failedStage(why)
                : CompletableFuture.completedStage(
                        Optional.of("The handler failed with " + why.getClass().getSimpleName() + "."));
    }
}

package dev.foyer.eventsourcing.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.events.InboundEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class KeyOrderedProcessorTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    /** There is no place for dead letters: a record that is read and found bad would fail. */
    private final KeyOrderedProcessor processor = new KeyOrderedProcessor(
            new OnlyOurs(), null, new InboundCounters(metrics, "test"), topic -> null, () -> false);

    private static final class OnlyOurs implements InboundHandler {
        @Override
        public boolean understands(String type) {
            return type.equals("ours");
        }

        @Override
        public CompletionStage<?> handle(InboundEvent event) {
            return CompletableFuture.completedFuture(null);
        }
    }

    @Test
    void whatTheHeadersCallSomebodyElsesIsSkippedUnread() {
        ConsumerRecord<byte[], byte[]> theirs =
                new ConsumerRecord<>("pin.events", 0, 0, "amos".getBytes(UTF_8), "no JSON {".getBytes(UTF_8));
        theirs.headers().add("ce_type", "theirs".getBytes(UTF_8));

        assertTrue(
                processor.begin(List.of(theirs), InFlightPoll.NOTHING).handled().isDone());
        assertEquals(1, counted("skipped"));
        assertEquals(0, counted("retried"));
    }

    @Test
    void oursIsRead() {
        ConsumerRecord<byte[], byte[]> ours =
                new ConsumerRecord<>("pin.events", 0, 0, "amos".getBytes(UTF_8), "{}".getBytes(UTF_8));
        Map.of("ce_type", "ours", "ce_id", "1", "ce_source", "/test", "ce_specversion", "1.0")
                .forEach((name, value) -> ours.headers().add(name, value.getBytes(UTF_8)));
        ours.headers().add("content-type", "application/json".getBytes(UTF_8));

        processor.begin(List.of(ours), InFlightPoll.NOTHING).handled().join();
        assertEquals(1, counted("handled"));
        assertEquals(0, counted("skipped"));
    }

    private double counted(String outcome) {
        return metrics.get("foyer.inbound.records")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}

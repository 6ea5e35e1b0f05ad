package dev.foyer.service.eventsourced;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.StageListener.Stages;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommandSpansTest {

    private static final Instant END = Instant.parse("2026-11-26T10:00:00.100Z");
    private static final Stages STAGES =
            new Stages(END, Duration.ofMillis(3), Duration.ofMillis(2), Duration.ofMillis(5));

    private final InMemorySpanExporter collected = InMemorySpanExporter.create();
    private final CommandSpans spans = new CommandSpans(SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(collected))
            .build()
            .get("test"));

    @Test
    void theStagesFollowEachOtherUnderTheSpanOfTheRequest() {
        answered("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        List<SpanData> found = collected.getFinishedSpanItems();
        assertEquals(
                List.of("wait 90 to 93", "decide 93 to 95", "commit 95 to 100"),
                found.stream().map(CommandSpansTest::line).toList());
        for (SpanData span : found) {
            assertEquals("0af7651916cd43dd8448eb211c80319c", span.getTraceId());
            assertEquals("b7ad6b7169203331", span.getParentSpanId());
        }
    }

    @Test
    void nothingIsMadeOfARequestThatNobodyFollows() {
        answered("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
        answered(null);
        assertEquals(List.of(), collected.getFinishedSpanItems());
    }

    private void answered(String traceparent) {
        spans.answered("user", new CommandMeta("c", "c", Actor.service("test"), traceparent), STAGES);
    }

    private static String line(SpanData span) {
        return span.getName() + " " + millis(span.getStartEpochNanos()) + " to " + millis(span.getEndEpochNanos());
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos) % 1_000;
    }
}

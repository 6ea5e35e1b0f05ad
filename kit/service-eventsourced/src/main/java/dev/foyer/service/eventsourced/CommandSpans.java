package dev.foyer.service.eventsourced;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.StageListener;
import dev.foyer.service.Traces;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * The stages of a command as spans of the request that it came with: {@code wait}, {@code decide} and {@code commit}. None
 * for a command whose trace nobody collects. What became of it is told to the {@link DecisionLog}. Thread-safe.
 */
@Singleton
final class CommandSpans implements StageListener {

    private final Tracer tracer;

    @Inject
    CommandSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void answered(String type, CommandMeta meta, Stages stages) {
        SpanContext parent = Traces.context(meta.traceparent());
        if (!parent.isSampled()) {
            return;
        }
        Instant committing = stages.end().minus(stages.committed());
        Instant deciding = committing.minus(stages.decided());
        span(parent, "wait", type, deciding.minus(stages.waited()), stages.waited());
        span(parent, "decide", type, deciding, stages.decided());
        span(parent, "commit", type, committing, stages.committed());
    }

    @Override
    public void published(PublicRecord record, CommandMeta meta) {
        DecisionLog.say(record, meta);
    }

    private void span(SpanContext parent, String name, String type, Instant begin, Duration took) {
        tracer.spanBuilder(name)
                .setParent(Traces.under(parent))
                .setAttribute("foyer.aggregate.type", type)
                .setStartTimestamp(begin)
                .startSpan()
                .end(begin.plus(took));
    }
}

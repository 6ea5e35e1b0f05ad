package dev.foyer.service;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/** From the header {@code traceparent} to OpenTelemetry's words for it. Thread-safe. */
public final class Traces {

    private Traces() {}

    /**
     * Of a header {@code traceparent} that was found to be one.
     *
     * @return an invalid context, which is sampled by nobody, for {@code null}
     */
    public static SpanContext context(String traceparent) {
        return traceparent == null
                ? SpanContext.getInvalid()
                : SpanContext.createFromRemoteParent(
                        traceparent.substring(3, 35),
                        traceparent.substring(36, 52),
                        TraceFlags.fromHex(traceparent, 53),
                        TraceState.getDefault());
    }

    /** For spans below that one. */
    public static Context under(SpanContext parent) {
        return Context.root().with(Span.wrap(parent));
    }
}

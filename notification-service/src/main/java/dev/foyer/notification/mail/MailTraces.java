package dev.foyer.notification.mail;

import dev.foyer.base.CommandMeta;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.Reasons;
import dev.foyer.service.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The trace of a mail goes on from the command that queued it to the answer of the mail server: the span {@code smtp}. What is known of it lies
 * in memory, for the last mails: a mail that is sent again after a restart has no trace any more. Thread-safe.
 */
@Singleton
public class MailTraces {

    private static final int MOST = 4_096;

    private final Tracer tracer;

    /** By the correlation id of what asked for the mail. */
    private final Map<String, String> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    @Inject
    public MailTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** A command about mails comes in. */
    public void came(CommandMeta meta) {
        if (Traces.context(meta.traceparent()).isSampled()) {
            synchronized (recent) {
                recent.put(meta.correlationId(), meta.traceparent());
            }
        }
    }

    /** The same, as a part of the trace of this mail, if there is one. */
    CommandMeta on(CommandMeta meta) {
        String trace = of(meta.correlationId());
        return trace == null ? meta : meta.withTraceparent(trace);
    }

    private String of(String correlationId) {
        synchronized (recent) {
            return recent.get(correlationId);
        }
    }

    /** Sends, as a span of its trace; it says how the attempt ended and nothing of the mail. */
    Attempt sent(Mail.Outgoing mail, Supplier<Attempt> sending) {
        SpanContext parent = Traces.context(of(mail.letter().correlationId()));
        if (!parent.isSampled()) {
            return sending.get();
        }
        Span span = tracer.spanBuilder("smtp")
                .setParent(Traces.under(parent))
                .setSpanKind(SpanKind.CLIENT)
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            Attempt attempt = sending.get();
            say(span, attempt);
            return attempt;
        } finally {
            span.end();
        }
    }

    private static void say(Span span, Attempt attempt) {
        switch (attempt) {
            case Attempt.Accepted _ -> span.setAttribute("foyer.mail.outcome", "sent");
            case Attempt.Deferred(String problem, boolean _) -> failed(span, "retried", problem);
            case Attempt.Failed(String reason, boolean _) -> failed(span, "failed", reason);
        }
    }

    private static void failed(Span span, String outcome, String reason) {
        span.setAttribute("foyer.mail.outcome", outcome);
        span.setAttribute("foyer.mail.reason", Reasons.wordOf(reason));
        span.setStatus(StatusCode.ERROR);
    }
}
